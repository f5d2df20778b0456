import { describe, expect, it } from "vitest";
import { evaluateBatch } from "../../src/batch/evaluate.ts";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { describeRegion } from "../../src/region/describe.ts";
import { expectClose, fc } from "../numerics/seeded.ts";
import { similarity } from "../losses/arbitraries.ts";

const PLANE = `gamma = 256 in [1, 1024] log
m = 0.25 in [-0.2, 0.6]
z = gamma * (detach(relu(s_n + m)) * (s_n - m) - detach(relu(1 + m - s_p)) * (s_p - 1 + m)) + log(K) + log(L)
softplus(z)`;
const TRANSFORMS = `gamma = 256 in [1, 1024] log; m = 0.25
A_p = gamma * detach(relu(1 + m - s)) * (s - 1 + m)
A_n = gamma * detach(relu(s + m)) * (s - m)
link = log(1 + exp(z))`;
const { loss: circle } = namedLoss("circle");

describe.each([
  ["as one formula", PLANE],
  ["as transforms", TRANSFORMS],
])("Circle loss typed %s", (_, text) => {
  const typed = typedLoss(text);

  it.each(["attached", "detached"] as const)("is the built-in to 1e-12, %s", (gradient) => {
    fc.assert(
      fc.property(
        similarity,
        similarity,
        fc.constantFrom({ K: 1, L: 1 }, { K: 4, L: 16 }),
        fc.constantFrom(1, 64, 256, 1024),
        (sp, sn, counts, gamma) => {
          const at = planePoint(typed.plane({ gamma, m: 0.3 }, counts, gradient), sp, sn);
          const built = planePoint(circle.plane({ gamma, margin: 0.3 }, counts, gradient), sp, sn);
          for (const channel of ["value", "logValue", "z", "dSp", "dSn"] as const)
            expectClose(at[channel], built[channel], 1e-12, 1, channel);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("has the built-in's region, traced", () => {
    const built = describeRegion(circle, { gamma: 256, margin: 0.25 }, { K: 1, L: 1 });
    const { targetArea, crossings, T } = describeRegion(typed, {}, { K: 1, L: 1 });
    expectClose(targetArea ?? NaN, built.targetArea ?? NaN, 1e-4, 1, "area");
    expect(crossings).toHaveLength(built.crossings.length);
    expect(T === null || T !== undefined).toBe(true);
  });

  it("detaches unless it is asked for the true derivative", () => {
    expect(typed.detaches).toBe(true);
    expect(typed.gradient).toBe("detached");
  });
});

describe("typed transforms", () => {
  const typed = typedLoss(TRANSFORMS);

  it("give sets as the built-in", () => {
    const set = { positives: [0.5, 0.6, 0.9], negatives: [0.2, 0.4, 0.1, -0.6] };
    const [a, b] = [typed.evaluate(set), circle.evaluate(set, { gamma: 256, margin: 0.25 }, "detached")];
    expectClose(a.value, b.value, 1e-13, 1, "value");
    b.positives.forEach((slope, i) => expectClose(a.positives[i], slope, 1e-12, 1e-3, `∂p ${i}`));
    b.negatives.forEach((slope, j) => expectClose(a.negatives[j], slope, 1e-12, 1e-3, `∂n ${j}`));
  });

  it("give batches as the built-in", () => {
    const embeddings = [1, 0.2, 0.8, 0.6, -0.3, 1, 0.5, -0.7, -0.9, 0.1, -1, -0.4];
    const batch = { embeddings, dimension: 2, labels: [0, 0, 1, 1, 2, 2] };
    const a = evaluateBatch(typed, batch, { anchors: "samples", reduction: "mean" });
    const b = evaluateBatch(circle, batch, {
      anchors: "samples",
      reduction: "mean",
      params: { gamma: 256, margin: 0.25 },
      gradient: "detached",
    });
    expectClose(a.value, b.value, 1e-12, 1, "value");
    b.dEmbeddings.forEach((slope, i) => expectClose(a.dEmbeddings[i], slope, 1e-11, 1e-3, `row ${i}`));
  });
});

describe("a plane formula", () => {
  it("is on a set the mean over pairs", () => {
    const typed = typedLoss("relu(s_n - s_p + 0.5)");
    const { value, positives, negatives } = typed.evaluate({ positives: [0.5, 0.9], negatives: [0.2, 0.6] });
    // 0.2, 0.6, 0 (−0.2), 0.2
    expectClose(value, (0.2 + 0.6 + 0.2) / 4, 1e-15, 1, "value");
    expect([...positives]).toEqual([-0.5, -0.25]);
    expect([...negatives]).toEqual([0.25, 0.5]);
  });

  it("with counts refuses a set, which it cannot know how to count", () => {
    expect(() =>
      typedLoss("softplus(s_n - s_p + log(L))").evaluate({ positives: [1], negatives: [0] }),
    ).toThrow("invalid set: the formula uses L; expected transforms A_p and A_n for sets");
  });

  it("has no boundary where nothing says which", () => {
    const typed = typedLoss("s_n^2 + s_p");
    expect(typed.boundary?.({}, { K: 1, L: 1 })).toEqual([]);
    expect(planePoint(typed.plane(), 0.5, 0.5).z).toBeNaN();
  });

  it.each([
    ["softplus(2 * (s_n - s_p))", "2 * (s_n - s_p)"],
    ["3 * relu(s_n - s_p)^2 / 2", "s_n - s_p"],
    ["log(K) + softplus(s_n - s_p)", "s_n - s_p"],
    ["log(1 + exp(s_n - s_p))", "s_n - s_p"],
    ["-log(exp(s_p) / (exp(s_p) + exp(s_n)))", "s_n - s_p"],
  ])("%s has the boundary of its link", (text) => {
    const form = typedLoss(text).plane();
    const sign = (sp: number, sn: number): number => Math.sign(planePoint(form, sp, sn).z);
    expect([sign(0.7, 0.2), sign(0.4, 0.4), sign(0.1, 0.3)]).toEqual([-1, 0, 1]);
  });

  it("declares at its head what it was given", () => {
    const typed = typedLoss("softplus(g * (s_n - s_p))", { g: 8 });
    expect(typed.text).toBe("g = 8\nsoftplus(g * (s_n - s_p))");
    expect(typedLoss("g = 8\nsoftplus(g * (s_n - s_p))")).toBe(typed);
  });
});

describe("what does not go together", () => {
  it.each([
    ["A_p = s", "A_n missing; expected both transforms"],
    ["m = 2", "loss missing; expected a formula, or A_p = … and A_n = …"],
    [
      "A_p = s\nA_n = s\nloss = s_p",
      "A_p beside a plane formula; expected one of the two ways to write a loss",
    ],
    ["A_p = s\nA_n = s\nz = s_p", "z beside transforms; expected one of the two ways to write a loss"],
    [
      "coupling = coupled\nloss = s_p",
      "coupling beside a plane formula; expected one of the two ways to write a loss",
    ],
    ["A_p = s\nA_n = s\nlink_p = z", "link_p with one link; expected it with coupling = decoupled"],
  ])("%j", (text, message) => {
    expect(() => typedLoss(text)).toThrow(message);
  });
});
