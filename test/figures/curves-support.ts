import { drawFigure, figureFacts } from "../../src/export/figure.ts";
import type { Facts } from "../../src/figures/prepared.ts";
import type { Scene } from "../../src/figures/scene.ts";
import type { CurvesSpec } from "../../src/spec/curves-schema.ts";

/** What differs from two transforms of AM-Softmax over degrees. */
export type Change = Omit<Partial<CurvesSpec>, "version" | "kind">;
export const spec = (change: Change = {}): CurvesSpec => ({
  version: 1,
  kind: "curves",
  x: { of: "degrees" },
  ...(change.bars === undefined && {
    curves: [
      { loss: { id: "am-softmax" }, draw: { of: "positiveTransform", perScale: true } },
      { loss: { id: "am-softmax" }, draw: { of: "negativeTransform", perScale: true } },
    ],
  }),
  ...change,
});
export const scene = (change: Change = {}): Scene => drawFigure(spec(change));
export const curvesOf = (change: Change): readonly Facts[] => {
  const { curves } = figureFacts(spec(change));
  return curves as readonly Facts[];
};
export const one = (curve: NonNullable<CurvesSpec["curves"]>[number], change: Change = {}): Facts =>
  curvesOf({ ...change, curves: [curve] })[0];
