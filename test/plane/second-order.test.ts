import { describe, expect, it } from "vitest";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { Params } from "../../src/losses/params.ts";
import { sigmoid } from "../../src/numerics/scalar.ts";
import { type LossOnPlane, sampleLoss } from "../../src/plane/engine.ts";
import { channelOf } from "../../src/plane/field.ts";
import { nodesOf } from "../../src/plane/axis.ts";
import { CHANNELS_OF, quantityValues } from "../../src/plane/quantity.ts";
import { quantityAt } from "../../src/plane/quantity-at.ts";
import { sampleField } from "../../src/plane/sample.ts";
import type { Axes } from "../../src/spec/axes.ts";
import { QUANTITY_IDS } from "../../src/spec/quantities.ts";
import { expectClose } from "../numerics/seeded.ts";

const axes: Axes = {
  negative: { unit: "cosine", range: [-0.95, 0.93] },
  positive: { unit: "cosine", range: [-0.91, 0.97] },
  horizontal: "negative",
};
const [columns, rows] = [13, 11];
const snAt = (column: number): number => -0.95 + (1.88 * column) / (columns - 1);
const spAt = (row: number): number => -0.91 + (1.88 * row) / (rows - 1);

function on(name: string, given: Params = {}, counts = { K: 1, L: 1 }): LossOnPlane {
  const { loss, params, gradient } = namedLoss(name, given);
  return { loss, params, counts, gradient };
}

/** Calls `check` with every node and its number. */
function everyNode(
  of: LossOnPlane,
  channel: "curl" | "curvature",
  check: (found: number, sp: number, sn: number) => void,
): void {
  const numbers = channelOf(sampleLoss(of, axes, { columns, rows, channels: [channel] }), channel);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      check(numbers[row * columns + column], spAt(row), snAt(column));
}

describe("curl over the plane", () => {
  it("of detached Circle loss is 2 m γ² σ(z)(1 − σ(z))(s_p + s_n − 1) above s_n = −m and 0 below", () => {
    for (const [gamma, m] of [
      [16, 0.3],
      [64, 0.25],
    ]) {
      let largest = 0;
      everyNode(on("circle:detached", { gamma, margin: m }), "curl", (found, sp, sn) => {
        const z = gamma * (Math.max(0, sn + m) * (sn - m) - (1 + m - sp) * (sp - 1 + m));
        const expected = sn > -m ? 2 * m * gamma ** 2 * sigmoid(z) * sigmoid(-z) * (sp + sn - 1) : 0;
        largest = Math.max(largest, Math.abs(found));
        expectClose(found, expected, 1e-10, 1, `at (${sp}, ${sn})`);
      });
      expect(largest).toBeGreaterThan(1);
    }
  });

  it.each(["circle:attached", "arcface", "triplet", "proxy-anchor"])("of %s is exactly 0", (name) => {
    everyNode(on(name), "curl", (found) => expect(found).toBe(0));
  });
});

/** The Hessian's larger eigenvalue from central differences of the exact gradient, and how far they can be off. */
function differences({ loss, params, counts }: LossOnPlane, sp: number, sn: number) {
  const form = loss.plane(params, counts, "attached");
  const h = 1e-6;
  const slope = (byP: number, byN: number) => {
    const [up, down] = [planePoint(form, sp + byP, sn + byN), planePoint(form, sp - byP, sn - byN)];
    return { p: (up.dSp - down.dSp) / (2 * h), n: (up.dSn - down.dSn) / (2 * h) };
  };
  const [alongP, alongN] = [slope(h, 0), slope(0, h)];
  const [a, b, c] = [alongP.p, (alongP.n + alongN.p) / 2, alongN.n];
  return { value: (a + c) / 2 + Math.hypot((a - c) / 2, b), size: Math.abs(a) + Math.abs(b) + Math.abs(c) };
}

describe("curvature over the plane", () => {
  it.each([
    on("circle", { gamma: 8 }),
    on("circle:attached", { gamma: 24 }, { K: 4, L: 16 }),
    on("am-softmax", { gamma: 16 }),
    on("arcface", { gamma: 8 }),
    on("multi-similarity", { alpha: 2, beta: 10 }),
    on("proxy-anchor", { alpha: 12 }),
    on("unified", { gamma: 10 }),
  ])("$loss.id bends as the differences of its gradient say", (of) => {
    let largest = 0;
    everyNode(of, "curvature", (found, sp, sn) => {
      const { value, size } = differences(of, sp, sn);
      largest = Math.max(largest, Math.abs(found));
      expectClose(found, value, 1e-6, Math.max(1, size), `at (${sp}, ${sn})`);
    });
    expect(largest).toBeGreaterThan(0.1);
  });

  it("of a quadratic is the larger eigenvalue of its matrix, negative where it is concave everywhere", () => {
    const of = (formula: string): number => quantityAt(typedOn(formula), "curvature")({ sp: 0.3, sn: -0.2 });
    // (4 1; 1 2) has 3 ± √2, (−2 0; 0 −6) has −2
    expectClose(of("2 * s_p^2 + s_p * s_n + s_n^2"), 3 + Math.SQRT2, 1e-14);
    expectClose(of("-s_p^2 - 3 * s_n^2"), -2, 1e-14);
  });
});

const typedOn = (formula: string): LossOnPlane => ({
  loss: typedLoss(formula, {}),
  params: {},
  counts: { K: 1, L: 1 },
  gradient: "attached",
});

describe("fields of second order", () => {
  it.each(LOSSES.map(({ id }) => id))("of %s stand beside the closed form's channels", (id) => {
    const of = on(id);
    const field = sampleLoss(of, axes, { columns, rows, channels: ["value", "curl", "curvature"] });
    const alone = sampleLoss(of, axes, { columns, rows, channels: ["value"] });
    expect(channelOf(field, "value")).toEqual(channelOf(alone, "value"));
    for (const channel of ["curl", "curvature"] as const)
      expect([...channelOf(field, channel)].some(Number.isFinite)).toBe(true);
  });

  it("have no closed form", () => {
    const form = on("circle").loss.plane();
    expect(() => sampleField(form, axes, { columns, rows, channels: ["curl"] })).toThrow(
      "no closed form of curl; sample the loss by its program",
    );
  });
});

describe("a quantity at a point", () => {
  it.each(QUANTITY_IDS)("%s is the number of a field there", (quantity) => {
    const of = on("circle:detached", { gamma: 32 });
    const { values } = quantityValues(
      sampleLoss(of, axes, { columns, rows, channels: CHANNELS_OF[quantity] }),
      quantity,
    );
    const nodes = { sn: nodesOf(axes.negative, columns), sp: nodesOf(axes.positive, rows) };
    const at = quantityAt(of, quantity);
    for (const [row, sp] of nodes.sp.entries())
      for (const [column, sn] of nodes.sn.entries())
        expect(at({ sp, sn })).toBe(values[row * columns + column]);
  });
});
