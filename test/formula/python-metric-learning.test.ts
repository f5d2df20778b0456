import { describe, expect, it } from "vitest";
import { metricLearningCall, pytorchMetricLearningCall } from "../../src/formula/pytorch-metric-learning.ts";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { type GoldenCase, goldenPlane, MAPPING } from "../golden/plane-cases.ts";

const codeOf = (name: string, given: Params = {}): string | undefined => {
  const { loss, params } = namedLoss(name, given);
  return pytorchMetricLearningCall(loss, params);
};
const refusalOf = (name: string, given: Params = {}): string => {
  const { loss, params } = namedLoss(name, given);
  const call = metricLearningCall(loss, params);
  return "refused" in call ? call.refused : "";
};

describe("a call into pytorch-metric-learning", () => {
  it("Circle", () => {
    expect(codeOf("circle", { gamma: 80, margin: 0.4 })).toBe(
      "from pytorch_metric_learning import losses\n\n" +
        "# its weights are held constant in the gradient\n" +
        "loss = losses.CircleLoss(m=0.4, gamma=80)\n",
    );
  });

  it("a triplet on squared chords, averaged over all", () => {
    expect(codeOf("triplet:squared")).toBe(
      "from pytorch_metric_learning import distances, losses, reducers\n\n" +
        "loss = losses.TripletMarginLoss(margin=0.2, " +
        "distance=distances.LpDistance(normalize_embeddings=True, p=2, power=2), reducer=reducers.MeanReducer())\n",
    );
  });

  it("has class weights where the loss has them, and degrees where the library wants them", () => {
    expect(codeOf("arcface:pml")).toContain(
      "losses.ArcFaceLoss(num_classes=num_classes, embedding_size=embedding_size, margin=28.6, scale=",
    );
  });

  it.each([
    ["triplet:angular", {}, "no distance for angular"],
    ["triplet:batch-hard", {}, "no reducer for hardest"],
    ["contrastive:squared", {}, "its hinge is not squared"],
    ["sphereface", { lambda: 5 }, "no annealing weight"],
    ["sphereface", { m: 2.5 }, "only whole multiples"],
    ["arcface", { easy: "none" }, "only the monotone continuation"],
    ["proxy-nca", {}, "own proxy"],
    ["proxy-anchor", { cp: 10 }, "coefficients"],
    ["soft-triplet", { gamma: 2 }, "no scale"],
    ["margin", {}, "expanded to triplets"],
    ["n-pair", { gamma: 16 }, "no scale"],
    ["unified", {}, "no such loss"],
  ] as const)("refuses %s %j: %s", (name, given, reason) => {
    expect(codeOf(name, given)).toBeUndefined();
    expect(refusalOf(name, given)).toContain(reason);
  });

  it("refuses a typed loss, whatever it is called", () => {
    const loss = typedLoss('name = "circle"\nsoftplus(s_n - s_p)');
    expect(pytorchMetricLearningCall(loss, {})).toBeUndefined();
  });

  it("exists for every variant that is named after the library", () => {
    const missing = LOSSES.flatMap(({ id, variants }) =>
      Object.hasOwn(variants, "pml") && codeOf(`${id}:pml`) === undefined ? [id] : [],
    );
    expect(missing).toEqual([]);
  });
});

/** `margin=28.6, scale=64, smooth_loss=True` as data. */
function argumentsOf(code: string): Record<string, number | string | boolean> {
  const [, inside = ""] = /losses\.\w+\((.*)\)\n/.exec(code) ?? [];
  const found: Record<string, number | string | boolean> = {};
  for (const [, name, text] of inside.matchAll(/(\w+)=("\w+"|True|False|[-\d.e]+)(?=[,)]|$)/g))
    found[name] =
      text === "True" || text === "False"
        ? text === "True"
        : text.startsWith('"')
          ? text.slice(1, -1)
          : Number(text);
  return found;
}

describe("the constructors that made the golden data", () => {
  const golden = goldenPlane();
  // the view of one sample, a distance of other vectors, and a mean in place of a sum are not the loss as it is called
  const without = ["SignalToNoiseRatioContrastiveLoss", "P2SGradLoss", "DynamicSoftMarginLoss"];
  const classes = [...new Set(golden.cases.map(({ loss }) => loss))].filter(
    (each) => !without.includes(each),
  );

  it.each(classes)("%s, with every parameter it was given", (name) => {
    const cases = golden.cases.filter(({ loss }) => loss === name);
    expect(cases.length).toBeGreaterThan(0);
    for (const each of cases) compare(each);
  });

  function compare(each: GoldenCase) {
    const { name, params } = MAPPING[each.loss](each);
    const { loss, params: complete } = namedLoss(name, params);
    const found = pytorchMetricLearningCall(loss, complete);
    if ((each.setup?.weightNorm ?? 1) !== 1) {
      expect(found, `${each.id}: norms of weights are no argument`).toBeUndefined();
      return;
    }
    const code = found ?? "";
    expect(code, each.id).toContain(`losses.${each.loss.replace(/:.*/, "")}(`);
    const given = argumentsOf(code);
    for (const [id, theirs] of Object.entries(each.params)) {
      const ours = id === "smooth_loss" ? (given[id] ?? false) : given[id];
      const expected = expectedArgument(each, id, theirs);
      if (typeof expected === "number") expect(ours, `${each.id} ${id}`).toBeCloseTo(expected, 9);
      else expect(ours, `${each.id} ${id}`).toBe(expected);
    }
    const usesCosine = code.includes("CosineSimilarity");
    const isOptional = ["TripletMarginLoss", "ContrastiveLoss", "MarginLoss"].includes(each.loss);
    if (isOptional) expect(usesCosine, each.id).toBe(each.distance === "cosine");
    expect(code.includes("power=2"), each.id).toBe(each.distance === "euclidean_squared" && isOptional);
  }

  /** By a cosine distance a softmax has half the scale; norms are part of the scale. */
  function expectedArgument(each: GoldenCase, id: string, theirs: number | boolean | string) {
    if (id === "softmax_scale" && each.distance === "cosine") return Number(theirs) / 2;
    if (id === "scale") return Number(theirs) * (each.setup?.embeddingNorm ?? 1);
    return theirs;
  }
});
