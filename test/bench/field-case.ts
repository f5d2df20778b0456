import { namedLoss } from "../../src/losses/lookup.ts";
import type { PlaneForm } from "../../src/losses/types.ts";
import type { Channel } from "../../src/plane/field.ts";
import type { Axes } from "../../src/spec/axes.ts";
import { type plainLoop, SAMPLES } from "./field-plain.ts";

/** What the engines are asked for, in Node and on the page. */
export const CHANNELS: readonly Channel[] = ["value", "dSp", "dSn"];
export const AXES: Axes = {
  horizontal: "negative",
  negative: { unit: "cosine", range: [0, 1] },
  positive: { unit: "cosine", range: [0, 1] },
};

/** Never the same field twice in a row. */
const marginOf = (round: number): number => 0.15 + 0.002 * (Math.abs(round) % 100);

const formOf = (name: string, given: Record<string, number>): PlaneForm => {
  const { loss, params, gradient } = namedLoss(name, given);
  return loss.plane(params, { K: 1, L: 1 }, gradient);
};

/** Coupled: softplus over two quadratics, detached. */
export const circle = (round: number): PlaneForm => formOf("circle", { gamma: 256, margin: marginOf(round) });

/** Decoupled: a sum of one-axis terms. */
export const proxyAnchor = (round: number): PlaneForm => formOf("proxy-anchor", { delta: marginOf(round) });

/** The yardstick of either loss over the same cells. */
export function yardstick(loop: typeof plainLoop): (round: number) => void {
  const [value, dSp, dSn] = CHANNELS.map(() => new Float64Array(SAMPLES ** 2));
  return (round) => loop(SAMPLES, marginOf(round), value, dSp, dSn);
}
