import { describe, expect, it } from "vitest";
import type { Params } from "../../src/losses/params.ts";
import { pieceNumbers } from "../../src/region/describe.ts";
import type { Frame } from "../../src/region/pieces.ts";
import { inWords } from "../../src/region/number-words.ts";
import { regionInWords } from "../../src/region/words.ts";
import { between, expectClose, fc } from "../numerics/seeded.ts";
import { levels, region, UNIT, WHOLE } from "./support.ts";

const R = Math.SQRT2 / 4;

function expectCrossings(
  name: string,
  params: Params,
  frame: Frame,
  expected: readonly (readonly [string, number, number])[],
) {
  const { crossings } = region(name, params, frame);
  expect(crossings.map(({ edge }) => edge).toSorted()).toEqual(expected.map(([edge]) => edge).toSorted());
  for (const [edge, sn, sp] of expected) {
    const found = crossings.find((each) => each.edge === edge);
    expectClose(found?.sn ?? NaN, sn, 1e-12);
    expectClose(found?.sp ?? NaN, sp, 1e-12);
  }
}

describe("circle with m = 0.25", () => {
  const { boundary, crossings, T, targetArea, targetShare } = region("circle", { margin: 0.25 });

  it("has an arc of radius 0.353553 round (0, 1) and the line s_p = 0.75 for s_n ≤ −0.25", () => {
    expect(boundary.origin).toBe("closed form");
    expect(boundary.pieces.map(({ kind }) => kind)).toEqual(["arc", "line"]);
    const [arc, line] = boundary.pieces;
    if (arc.kind !== "arc" || line.kind !== "line") return expect.fail("other kinds");
    expect(arc.centre).toEqual({ sn: 0, sp: 1 });
    expectClose(arc.radius, 0.353553, 1e-6);
    // from (−0.25, 0.75), a turn and an eighth, to (R, 1)
    expectClose(arc.angles[0], (5 * Math.PI) / 4, 1e-12);
    expectClose(arc.angles[1], 2 * Math.PI, 1e-12);
    expect([line.slope, line.intercept]).toEqual([0, 0.75]);
    expect([line.from, line.to]).toEqual([
      { sn: -1, sp: 0.75 },
      { sn: -0.25, sp: 0.75 },
    ]);
  });

  it("meets the frame at (0, 0.646447) and (0.353553, 1)", () => {
    expect(crossings.length).toBe(2);
    expectCrossings("circle", {}, UNIT, [
      ["sn-min", 0, 1 - R],
      ["sp-max", R, 1],
    ]);
    expectClose(1 - R, 0.646447, 1e-6);
  });

  it("has T = (0.25, 0.75), where the gap is smallest", () => {
    expectClose(T?.sn ?? NaN, 0.25, 1e-12);
    expectClose(T?.sp ?? NaN, 0.75, 1e-12);
    for (let sn = -0.25; sn <= R; sn += 0.01) {
      for (const sp of levels("circle", {}, sn)) expect(sp - sn).toBeGreaterThanOrEqual(0.5 - 1e-12);
    }
  });

  it("has a quarter disc of area πR²/4 as target", () => {
    expectClose(targetArea ?? NaN, Math.PI / 32, 1e-9);
    expectClose(targetShare ?? NaN, Math.PI / 32, 1e-9);
  });

  it("gives numbers that JSON can carry", () => {
    const [arc, line] = boundary.pieces.map(pieceNumbers);
    expect(Object.keys(arc)).toEqual(["kind", "centre", "radius", "angles", "from", "to"]);
    expect(Object.keys(line)).toEqual(["kind", "slope", "intercept", "from", "to"]);
    expect(JSON.parse(JSON.stringify(line))).toEqual(line);
    const [curve] = region("triplet:euclidean", { margin: 0.5 }).boundary.pieces.map(pieceNumbers);
    expect(curve["formula"]).toBe("1 - (sqrt(2 - 2 s_n) - margin)^2 / 2");
  });
});

describe("T on every arc", () => {
  it.each(["circle", "circle-paced", "circle-flat", "circle-monotone", "circle-disc"])(
    "of %s is (m, 1 − m)",
    (id) => {
      fc.assert(
        fc.property(between(0.05, 0.49), (margin) => {
          const { T } = region(id, { margin });
          expectClose(T?.sn ?? NaN, margin, 1e-12);
          expectClose(T?.sp ?? NaN, 1 - margin, 1e-12);
        }),
        { numRuns: 20 },
      );
    },
  );

  it("moves towards the centre with K and L: (R, R)/√2 from (0, 1)", () => {
    const counts = { K: 4, L: 16 };
    const side = Math.sqrt((0.125 - Math.log(64) / 256) / 2);
    const { T } = region("circle", {}, UNIT, counts);
    expectClose(T?.sn ?? NaN, side, 1e-12);
    expectClose(T?.sp ?? NaN, 1 - side, 1e-12);
  });

  it("does not exist on lines and curves", () => {
    expect(region("am-softmax").T).toBeNull();
    expect(region("triplet:euclidean").T).toBeNull();
    expect(region("proxy-nca").T).toBeNull();
  });
});

describe("10.1 and 10.3: crossings", () => {
  const SCATTER: Frame = { sn: [0, 0.5], sp: [0.5, 1] };

  it("10.1 (a), m = 0.25: (0, 0.25) and (0.75, 1)", () =>
    expectCrossings("am-softmax", { margin: 0.25 }, UNIT, [
      ["sn-min", 0, 0.25],
      ["sp-max", 0.75, 1],
    ]));

  it("10.3 (a), AM-Softmax m = 0.35: (0.15, 0.5) and (0.5, 0.85)", () =>
    expectCrossings("am-softmax", { margin: 0.35 }, SCATTER, [
      ["sp-min", 0.15, 0.5],
      ["sn-max", 0.5, 0.85],
    ]));

  it("10.3 (b), Circle m = 0.325: (0, 0.540381) and (0.459619, 1)", () => {
    const radius = Math.SQRT2 * 0.325;
    expectClose(radius, 0.459619, 1e-6);
    expectCrossings("circle", { margin: 0.325 }, SCATTER, [
      ["sn-min", 0, 1 - radius],
      ["sp-max", radius, 1],
    ]);
    expectClose(levels("circle", { margin: 0.325 }, 0.243)[0], 0.609871, 1e-6);
    expectClose(levels("circle", { margin: 0.325 }, 0.401)[0], 0.775391, 1e-6);
  });

  it("10.3 (c), Circle m = 0.25: s_p at both ends of the crossed stretch", () => {
    expectClose(levels("circle", { margin: 0.25 }, 0.215)[0], 0.719331, 1e-6);
    expectClose(levels("circle", { margin: 0.25 }, 0.33)[0], 0.873114, 1e-6);
  });

  it("10.3: the boundaries of (a) and (b) are tangent at T = (0.325, 0.675)", () => {
    const T = region("circle", { margin: 0.325 }).T;
    expectClose(T?.sn ?? NaN, 0.325, 1e-12);
    expectClose(T?.sp ?? NaN, 0.675, 1e-12);
    expectClose(levels("am-softmax", { margin: 0.35 }, 0.325)[0], 0.675, 1e-12);
    // beside T the arc lies in the target of the line
    for (const sn of [0.2, 0.3, 0.35, 0.45]) {
      expect(levels("circle", { margin: 0.325 }, sn)[0]).toBeGreaterThan(
        levels("am-softmax", { margin: 0.35 }, sn)[0],
      );
    }
  });
});

describe("in words", () => {
  const wordsOf = (...args: Parameters<typeof region>): string[] =>
    regionInWords(region(...args)).map((sentence) => sentence.replaceAll("$", ""));

  it("says arc, line, crossings, T and share", () => {
    expect(wordsOf("circle")).toEqual([
      "The decision boundary is an arc of radius 0.3536 round (0, 1), then the line s_p = 0.75 from s_n = −1 to −0.25.",
      "It meets the frame at (s_n, s_p) = (0, 0.6464) and (s_n, s_p) = (0.3536, 1).",
      "The gap s_p − s_n is smallest at T = (0.25, 0.75).",
      "The target region is 9.817 % of the frame.",
    ]);
    expect(wordsOf("am-softmax", { margin: 0.25 })[0]).toBe(
      "The decision boundary is the line s_p = s_n + 0.25.",
    );
    expect(wordsOf("normface")[0]).toBe("The decision boundary is the line s_p = s_n.");
  });

  it("says that there is no boundary, or no target", () => {
    expect(wordsOf("proxy-nca")).toEqual(["This loss has no decision boundary: it never stops pulling."]);
    expect(wordsOf("proxy-nca", {}, UNIT, { K: 1, L: 1e5 })).toEqual([
      "This loss has no decision boundary: it never stops pulling.",
    ]);
    for (const [name, params] of [
      ["circle", { margin: 0 }],
      ["triplet:angular", { margin: 4 }],
    ] as const) {
      expect(wordsOf(name, params, WHOLE)).toEqual(["No pair of the plane reaches the target."]);
    }
  });

  it("calls the cosine of 90° zero", () => {
    const right = Math.cos(Math.PI / 2);
    expect(right).not.toBe(0);
    expect(wordsOf("normface", {}, { sn: [right, 1], sp: [right, 1] })[1]).toBe(
      "It meets the frame at (s_n, s_p) = (0, 0) and (s_n, s_p) = (1, 1).",
    );
  });

  it("writes four digits and a real minus", () => {
    expect([1 / 3, -0.25, 0, 1e-5, 12345].map(inWords)).toEqual(["0.3333", "−0.25", "0", "0.00001", "12350"]);
  });
});
