import type { DifferenceSpec } from "../difference.ts";
import type { LandscapeSpec } from "../landscape-schema.ts";
import type { PanelsSpec } from "../panels.ts";
import type { Presets } from "./preset.ts";

type Loss = LandscapeSpec["loss"];

const anchor = (factor: number): Loss => ({ id: "proxy-anchor", params: { cp: factor, cn: factor } });
const softmax = (proxies: number): Loss => ({
  id: "proxy-softmax",
  params: { gamma: 32, margin: 0.1, nPos: proxies, nAll: proxies },
});

const axes = { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } } as const;
const points = [{ name: "B", sn: 0.4, sp: 0.6 }] as const;

const shown = (title: string, loss: Loss): PanelsSpec["panels"][number] => ({
  title,
  figure: { version: 1, loss, axes, points, layers: { arrows: 0, isolines: 6 } },
});

const ratio = (
  title: string,
  a: DifferenceSpec["a"],
  b: DifferenceSpec["b"],
): PanelsSpec["panels"][number] => ({
  title,
  figure: { version: 1, kind: "difference", compare: "ratio", a, b, axes, points, layers: { isolines: 6 } },
});

/**
 * The coefficients 1/|P⁺| = 1/|P| = 1/10 of Proxy-Anchor outside its logits, where leaving them out is a factor, and
 * inside those of a softmax, where it is another temperature.
 */
export const COEFFICIENTS: Presets<PanelsSpec> = {
  "proxy-anchor-coefficients": {
    title: "Proxy-Anchor with and without its coefficients, outside and inside the logits",
    spec: {
      version: 1,
      kind: "panels",
      title: "What leaving out the coefficients 1/10 does",
      size: { width: 1020, height: 720 },
      panels: [
        shown("outside: with 1/10", anchor(1)),
        shown("outside: without", anchor(10)),
        ratio(
          "(b) over (a)",
          { name: "without 1/10", loss: anchor(10) },
          { name: "with 1/10", loss: anchor(1) },
        ),
        shown("inside: with 1/10", softmax(10)),
        shown("inside: without", softmax(1)),
        ratio(
          "(e) over (d)",
          { name: "without 1/10", loss: softmax(1) },
          { name: "with 1/10", loss: softmax(10) },
        ),
      ],
    },
  },
};
