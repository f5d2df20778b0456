import { describe, expect, it } from "vitest";
import { InputError, shown, unknownName } from "../../src/losses/errors.ts";
import { findLoss, namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import type { PairSet } from "../../src/losses/types.ts";
import { fc } from "../numerics/seeded.ts";

const circle = findLoss("circle");

/** The message of the `InputError` that `f` throws. */
function messageOf(f: () => unknown): string {
  try {
    f();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).name).toBe("InputError");
    return (error as Error).message;
  }
  return "nothing thrown";
}

const name = (text: string, params: unknown = {}) => messageOf(() => namedLoss(text, params as Params));
const set = (positives: unknown, negatives: unknown, id = "circle") =>
  messageOf(() => findLoss(id).evaluate({ positives, negatives } as PairSet));

describe("names", () => {
  it.each([
    ["circel", "unknown loss: circel; did you mean circle?"],
    ["Circle", "unknown loss: Circle; did you mean circle?"],
    ["cosfase", "unknown loss: cosfase; did you mean cosface?"],
    ["tripplet:cosine", "unknown loss: tripplet; did you mean triplet?"],
    ["circle:atached", "unknown variant of circle: atached; did you mean attached?"],
    [
      "circle:",
      "unknown variant of circle: ; expected one of detached, attached, pml, faces, re-id, retrieval, blog",
    ],
    ["circle:attached:x", "unknown variant of circle: attached:x; did you mean attached?"],
    ["n-pair:zzzzzzzz", "unknown variant of n-pair: zzzzzzzz; expected pml"],
    ["unified:zzzzzzzz", "unknown variant of unified: zzzzzzzz; expected none"],
  ])("%s", (given, message) => {
    expect(name(given)).toBe(message);
  });

  it("that nobody could mean are answered with some that there are", () => {
    expect(name("")).toMatch(
      /^unknown loss: ; expected one of softmax-ce, .*, am-softmax, cosface, .* … \(\d+ in all\)$/,
    );
    expect(name("quantum-entanglement")).toContain("; expected one of softmax-ce, ");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
    "%s is no loss, no variant, no parameter",
    (hostile) => {
      expect(name(hostile)).toMatch(`unknown loss: ${hostile}; `);
      expect(name(`circle:${hostile}`)).toMatch(`unknown variant of circle: ${hostile}; `);
      const params = JSON.parse(`{"${hostile}": 1}`) as object;
      expect(name("circle", params)).toBe(`unknown parameter: ${hostile}; expected one of gamma, margin`);
      expect(name("triplet", { distance: hostile })).toContain(
        `invalid params.distance: "${hostile}"; expected one of`,
      );
    },
  );

  it("of any length give a short message", () => {
    const long = "x".repeat(1e5);
    for (const message of [name(long), name(`circle:${long}`), name("circle", { [long]: 1 })]) {
      expect(message.length).toBeLessThan(600);
      expect(message).toMatch(/^unknown (loss|variant of circle|parameter): x{80}; expected /);
    }
  });

  it("never crash the search for the nearest one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(unknownName("loss", text, ["circle", "triplet"]).message).toMatch(/^unknown loss: /);
      }),
    );
  });
});

describe("parameters", () => {
  it.each([
    ["circle", { margin: 3 }, "invalid params.margin: 3; expected -1 to 1"],
    ["circle", { margin: -1.5 }, "invalid params.margin: -1.5; expected -1 to 1"],
    ["circle", { gamma: 0 }, "invalid params.gamma: 0; expected 0.001 to 10000"],
    ["circle", { gamma: NaN }, "invalid params.gamma: NaN; expected 0.001 to 10000"],
    ["circle", { gamma: Infinity }, "invalid params.gamma: Infinity; expected 0.001 to 10000"],
    ["circle", { gamma: "80" }, 'invalid params.gamma: "80"; expected 0.001 to 10000'],
    ["circle", { gamma: null }, "invalid params.gamma: null; expected 0.001 to 10000"],
    ["circle", { gamma: [80] }, "invalid params.gamma: [80]; expected 0.001 to 10000"],
    ["circle", { gamma: undefined }, "invalid params.gamma: undefined; expected 0.001 to 10000"],
    ["circle", { marign: 0.2 }, "unknown parameter: marign; did you mean margin?"],
    ["circle", { alpha: 0.2 }, "unknown parameter: alpha; expected one of gamma, margin"],
    [
      "triplet",
      { distance: "cosin" },
      'invalid params.distance: "cosin"; expected one of cosine, euclidean, squared, angular',
    ],
    [
      "triplet",
      { distance: 0 },
      "invalid params.distance: 0; expected one of cosine, euclidean, squared, angular",
    ],
    ["triplet", { margin: -0.1 }, "invalid params.margin: -0.1; expected 0 to 4"],
  ])("%s %o", (id, params, message) => {
    expect(name(id, params)).toBe(message);
  });

  it("are legal at both ends of their range", () => {
    expect(namedLoss("circle", { gamma: 1e-3, margin: -1 }).params).toEqual({ gamma: 1e-3, margin: -1 });
    expect(namedLoss("circle", { gamma: 1e4, margin: 1 }).params).toEqual({ gamma: 1e4, margin: 1 });
  });

  it("are checked by evaluate, plane, boundary and formula alike", () => {
    const params = { margin: 3 };
    const message = "invalid params.margin: 3; expected -1 to 1";
    expect(messageOf(() => circle.evaluate({ positives: [0], negatives: [0] }, params))).toBe(message);
    expect(messageOf(() => circle.plane(params))).toBe(message);
    expect(messageOf(() => circle.boundary?.(params, { K: 1, L: 1 }))).toBe(message);
    expect(messageOf(() => circle.formula(params))).toBe(message);
  });

  it("that JSON cannot write are refused, not a crash", () => {
    const circular: unknown[] = [];
    circular.push(circular);
    expect(name("circle", { gamma: circular })).toContain("something that is not JSON; expected");
    expect(name("circle", { gamma: 80n })).toContain("invalid params.gamma: 80; expected");
    expect(shown(Symbol("γ"))).toBe("Symbol(γ)");
    expect(shown("x".repeat(1000)).length).toBe(60);
  });
});

describe("sets and counts", () => {
  const similarity = "expected a similarity from -1 to 1";

  it.each([
    [[NaN], [0], `invalid positives[0]: NaN; ${similarity}`],
    [[0], [0, 1.01], `invalid negatives[1]: 1.01; ${similarity}`],
    [[0, -1.00001], [0], `invalid positives[1]: -1.00001; ${similarity}`],
    [[Infinity], [0], `invalid positives[0]: Infinity; ${similarity}`],
    [["0.5"], [0], `invalid positives[0]: "0.5"; ${similarity}`],
    [[null], [0], `invalid positives[0]: null; ${similarity}`],
    [[], [0], "invalid positives: empty; expected at least one similarity"],
    [[0], [], "invalid negatives: empty; expected at least one similarity"],
    [undefined, [0], "invalid positives: undefined; expected an array of similarities"],
    ["0.5", [0], 'invalid positives: "0.5"; expected an array of similarities'],
    [{}, [0], "invalid positives: {}; expected an array of similarities"],
  ])("%o against %o", (positives, negatives, message) => {
    expect(set(positives, negatives)).toBe(message);
  });

  it("a decoupled loss does without one side, not without both", () => {
    expect(set([0], [], "proxy-anchor")).toBe("nothing thrown");
    expect(set([], [0], "proxy-anchor")).toBe("nothing thrown");
    expect(set([], [], "proxy-anchor")).toBe("invalid positives: empty; expected at least one similarity");
  });

  it("takes what single precision leaves beyond ±1 as ±1", () => {
    const exact = circle.evaluate({ positives: [1], negatives: [-1] });
    expect(circle.evaluate({ positives: [1 + 1e-7], negatives: [-1 - 1e-7] })).toEqual(exact);
    expect(circle.evaluate({ positives: Float32Array.of(1), negatives: Float32Array.of(-1) })).toEqual(exact);
  });

  it.each([
    [{ K: 0, L: 1 }, "invalid K: 0; expected a whole number from 1 to 1000000000"],
    [{ K: 1, L: 1.5 }, "invalid L: 1.5; expected a whole number from 1 to 1000000000"],
    [{ K: NaN, L: 1 }, "invalid K: NaN; expected a whole number from 1 to 1000000000"],
    [{ K: 1, L: -3 }, "invalid L: -3; expected a whole number from 1 to 1000000000"],
    [{ K: 1, L: 1e10 }, "invalid L: 10000000000; expected a whole number from 1 to 1000000000"],
    [{ K: 1, L: Infinity }, "invalid L: Infinity; expected a whole number from 1 to 1000000000"],
  ])("%o", (counts, message) => {
    for (const id of ["circle", "proxy-anchor"]) {
      expect(messageOf(() => findLoss(id).plane({}, counts))).toBe(message);
      expect(messageOf(() => findLoss(id).boundary?.({}, counts))).toBe(message);
    }
  });

  it("leaves the given set and parameters as they were", () => {
    const given = Object.freeze({ positives: Object.freeze([0.5, 0.2]), negatives: Object.freeze([0.1]) });
    const params = Object.freeze({ margin: 0.3 });
    expect(() => circle.evaluate(given, params)).not.toThrow();
    expect(given).toEqual({ positives: [0.5, 0.2], negatives: [0.1] });
  });
});
