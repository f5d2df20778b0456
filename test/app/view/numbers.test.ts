import { expect, it } from "vitest";
import { numbersAfter, onlyNumbersDiffer, withNumbers } from "../../../src/app/view/live/numbers.ts";
import { landscapeData, landscapeLayout } from "../../../src/figures/landscape.ts";
import type { LiveRequest } from "../../../src/figures/live.ts";
import type { LandscapeSpec } from "../../../src/spec/landscape-schema.ts";
import { resolveLandscape } from "../../../src/spec/landscape.ts";

const circle = (margin: number, more: Partial<LandscapeSpec> = {}) =>
  resolveLandscape({
    version: 1,
    samples: 16,
    ...more,
    loss: { id: "circle", params: { margin, gamma: 8 } },
  });
const first = circle(0.25);
const layout = landscapeLayout(first, landscapeData(first));
const request = (figure: LiveRequest["figure"], nodes = 64): LiveRequest => ({ figure, layout, nodes });

it("a request is the one before with other numbers, however they moved", () => {
  for (const next of [circle(0.4), circle(0.25, { counts: { K: 3, L: 7 } }), first]) {
    const numbers = numbersAfter(request(first), request(next));
    if (numbers === undefined) throw new Error("more than numbers has changed");
    expect(withNumbers(request(first), structuredClone(numbers))).toEqual(request(next));
  }
});

it("anything else is handed over whole", () => {
  const whole = (next: LiveRequest, before?: LiveRequest) => numbersAfter(before, next);
  expect(whole(request(first))).toBeUndefined();
  expect(whole(request(first, 65), request(first))).toBeUndefined();
  expect(whole(request(circle(0.25, { quantity: "dSp" })), request(first))).toBeUndefined();
  expect(whole(request(circle(0.25, { theme: "dark" })), request(first))).toBeUndefined();
  expect(whole({ ...request(first), layout: { ...layout } }, request(first))).toBeUndefined();
  expect(onlyNumbersDiffer(first, circle(0.1))).toBe(true);
  expect(onlyNumbersDiffer(first, circle(0.25, { size: { width: 500, height: 450 } }))).toBe(false);
});
