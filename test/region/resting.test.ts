import { describe, expect, it } from "vitest";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { descentFlow } from "../../src/region/flow.ts";
import { restingPlaces } from "../../src/region/resting.ts";
import type { RestingPlace } from "../../src/region/resting-place.ts";
import { NAMES } from "../losses/support.ts";
import { drain } from "./drain.ts";
import { ONE } from "./support.ts";

function rests(name: string, given: Params = {}): readonly RestingPlace[] {
  const { loss, params, gradient } = namedLoss(name, given);
  return drain(restingPlaces(loss.plane(params, ONE, gradient)));
}

const typed = (text: string): readonly RestingPlace[] => drain(restingPlaces(typedLoss(text).plane({}, ONE)));

/** `point (0, 1) attracts`, to six digits. */
const shown = ({ shape, from, to, pull, where }: RestingPlace): string => {
  const place = ({ sn, sp }: { sn: number; sp: number }): string =>
    `(${[sn, sp].map((x) => Number(x.toFixed(6)) + 0).join(", ")})`;
  return `${shape} ${place(from)}${shape === "point" ? "" : ` to ${place(to)}`} ${where} ${pull}`;
};

describe("Circle, 8.1: two fields, two resting places", () => {
  it("attached: (0, 1), and the shelf below −m, from whose end pairs are pulled away", () => {
    expect(rests("circle:attached", { margin: 0.25 }).map(shown)).toEqual([
      "segment (-1, 1) to (-0.25, 1) edge mixed",
      "point (0, 1) edge attracts",
    ]);
  });

  it("detached: s_n ≤ −m, s_p as near to 1 + m as a cosine comes", () => {
    expect(rests("circle:detached", { margin: 0.25 }).map(shown)).toEqual([
      "segment (-1, 1) to (-0.25, 1) edge attracts",
    ]);
    expect(rests("circle:detached", { margin: 0.4 }).map(shown)).toEqual([
      "segment (-1, 1) to (-0.4, 1) edge attracts",
    ]);
  });

  it.each([
    ["circle-flat", ["segment (-1, 1) to (0, 1) edge attracts"]],
    ["circle-monotone", ["point (-1, 1) corner attracts", "point (0, 1) edge mixed"]],
    ["circle-disc", ["point (0, 1) edge attracts"]],
    ["circle-paced", ["segment (-1, 1) to (-0.25, 1) edge attracts"]],
  ])("8.2: %s", (name, expected) => expect(rests(name, { margin: 0.25 }).map(shown)).toEqual(expected));
});

describe("other losses", () => {
  it.each([
    "am-softmax",
    "normface",
    "arcface",
    "unified",
    "proxy-anchor",
    "multi-similarity",
    "siglip",
    "proxy-nca",
  ])("%s never stops: the corner (−1, 1)", (name) =>
    expect(rests(name).map(shown)).toEqual(["point (-1, 1) corner attracts"]),
  );

  it("triplet stops anywhere beyond its margin", () => {
    const found = rests("triplet", { margin: 0.3 });
    expect(found.length).toBe(1);
    expect(found[0]).toMatchObject({ shape: "area", fillsBox: false, pull: "attracts" });
    expect(found[0].share).toBeCloseTo(1.7 ** 2 / 8, 6);
  });

  it("contrastive stops in a rectangle, tuplet margin at θ_p = β, P2SGrad at the targets of its regression", () => {
    expect(rests("contrastive:cosine", { mPos: 0.9, mNeg: 0.4 }).map(shown)).toEqual([
      "area (-1, 0.9) to (0.4, 1) inside attracts",
    ]);
    expect(rests("tuplet-margin", { beta: 0.1 }).map(shown)).toEqual([
      `point (-1, ${Number(Math.cos(0.1).toFixed(6))}) edge attracts`,
    ]);
    expect(rests("p2sgrad").map(shown)).toEqual(["point (0, 1) edge attracts"]);
  });
});

describe("typed losses, searched without knowing their sides", () => {
  it("Circle as one formula over the plane has what its transforms have", () => {
    const text = "softplus(256 * (relu(s_n + 0.25) * (s_n - 0.25) - relu(1.25 - s_p) * (s_p - 0.75)))";
    expect(new Set(typed(text).map(shown))).toEqual(
      new Set(rests("circle:attached", { margin: 0.25 }).map(shown)),
    );
  });

  it.each([
    ["(s_n + 0.2)^2 + (s_p - 0.3)^2", ["point (-0.2, 0.3) inside attracts"]],
    [
      "s_n^2 - s_p^2",
      ["point (0, -1) edge attracts", "point (0, 1) edge attracts", "point (0, 0) inside mixed"],
    ],
    [
      "-s_n^2 - s_p^2",
      [
        "point (-1, -1) corner attracts",
        "point (1, -1) corner attracts",
        "point (-1, 1) corner attracts",
        "point (1, 1) corner attracts",
        "point (0, -1) edge mixed",
        "point (0, 1) edge mixed",
        "point (-1, 0) edge mixed",
        "point (1, 0) edge mixed",
        "point (0, 0) inside repels",
      ],
    ],
    ["relu(s_n - s_p + 0.3)", ["area (-1, -0.7) to (0.7, 1) inside attracts"]],
  ])("%s", (text, expected) => {
    expect(typed(text).map(shown).toSorted()).toEqual(expected.toSorted());
  });

  it("a valley is a curve", () => {
    const [curve] = typed("(s_n - s_p + 0.3)^2").filter(({ shape }) => shape === "curve");
    expect(curve.pull).toBe("attracts");
    // s_p = s_n + 0.3
    expect(curve.from.sp - curve.from.sn).toBeCloseTo(0.3, 6);
    expect(curve.to.sp - curve.to.sn).toBeCloseTo(0.3, 6);
  });
});

describe("over the catalogue, every flow ends in a resting place", () => {
  const names = NAMES.filter((name) => namedLoss(name).loss.scope === "plane");
  it.each(names)("%s", (name) => {
    const { loss, params, gradient } = namedLoss(name);
    const form = loss.plane(params, ONE, gradient);
    const places = drain(restingPlaces(form));
    for (const sn of [-0.83, -0.13, 0.21, 0.87]) {
      for (const sp of [-0.77, -0.09, 0.34, 0.93]) {
        const { arrival, end } = descentFlow(form, { sn, sp });
        expect(end, `from (${sn}, ${sp})`).toBe("rest");
        const away = Math.min(...places.map((place) => distance(place, arrival)));
        expect(away, `from (${sn}, ${sp}) to (${arrival.sn}, ${arrival.sp})`).toBeLessThan(1e-4);
      }
    }
  });
});

function distance({ from, to }: RestingPlace, at: { sn: number; sp: number }): number {
  const beyond = (x: number, low: number, high: number): number => Math.max(0, low - x, x - high);
  return Math.hypot(beyond(at.sn, from.sn, to.sn), beyond(at.sp, from.sp, to.sp));
}
