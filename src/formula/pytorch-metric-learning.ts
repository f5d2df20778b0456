import { completeParams, type Params } from "../losses/params.ts";
import type { Loss } from "../losses/types.ts";

type Argument = number | string | boolean;

/** A constructor of pytorch-metric-learning 2.8 with what it is given. */
interface Call {
  readonly class: string;
  readonly args: Readonly<Record<string, Argument>>;
  /** Python of the distance, where the class's default is another one. */
  readonly distance?: string;
  readonly reducer?: string;
  /** Whether it holds a weight, or several, for every class. */
  readonly weights?: true;
  readonly note?: string;
}

/** Why a loss has no equivalent with these parameters. */
interface Refusal {
  readonly refused: string;
}

type Values = Readonly<Record<string, Argument>>;
type Rule = (values: Values) => Call | Refusal;

const numberOf = (value: Argument | undefined): number => Number(value);
/** Without the last digit, which a conversion leaves behind. */
const rounded = (x: number): number => Number(x.toPrecision(15));
const degrees = (radians: Argument): number => rounded((numberOf(radians) * 180) / Math.PI);
const inverse = (x: Argument): number => rounded(1 / numberOf(x));
const refused = (reason: string): Refusal => ({ refused: reason });

const COSINE = "distances.CosineSimilarity()";
const DISTANCES: Readonly<Record<string, string>> = {
  cosine: COSINE,
  euclidean: "distances.LpDistance(normalize_embeddings=True, p=2, power=1)",
  squared: "distances.LpDistance(normalize_embeddings=True, p=2, power=2)",
};

/** With the distance that a choice names; `usual` is the class's own. */
function measured(values: Values, call: Call, usual = "euclidean"): Call | Refusal {
  const name = String(values["distance"]);
  if (!Object.hasOwn(DISTANCES, name)) return refused(`no distance for ${name}`);
  return name === usual ? call : { ...call, distance: DISTANCES[name] };
}

/** Over active terms only, as the library does by itself, or over all. */
function averaged(values: Values, call: Call | Refusal): Call | Refusal {
  if ("refused" in call || values["reduction"] === "active") return call;
  return values["reduction"] === "mean"
    ? { ...call, reducer: "reducers.MeanReducer()" }
    : refused(`no reducer for ${String(values["reduction"])}; a miner would have to choose`);
}

const UNIT_NORM = "the library also multiplies by the embedding's norm, taken as 1 here";
const HALVED = "its distance 2 - 2s doubles the scale";

const softmax: Rule = ({ gamma }) => ({
  class: "NormalizedSoftmaxLoss",
  args: { temperature: inverse(gamma) },
  weights: true,
});

const arcface = (values: Values, name: string, more: Call["args"] = {}): Call | Refusal =>
  values["easy"] === "monotone"
    ? {
        class: name,
        args: { margin: degrees(values["margin"]), scale: values["gamma"], ...more },
        weights: true,
        note: "the margin is in degrees",
      }
    : refused(`only the monotone continuation, not ${String(values["easy"])}`);

/** By the catalogue's ids; the numbers and conventions are those that the golden data were compared by. */
const RULES: Readonly<Record<string, Rule>> = {
  "softmax-ce": softmax,
  normface: softmax,
  "am-softmax": ({ gamma, margin }) => ({
    class: "CosFaceLoss",
    args: { margin, scale: gamma },
    weights: true,
  }),
  arcface: (values) => arcface(values, "ArcFaceLoss"),
  "subcenter-arcface": (values) =>
    arcface(values, "SubCenterArcFaceLoss", { sub_centers: values["subCenters"] }),
  sphereface: ({ gamma, m, lambda }) =>
    lambda !== 0
      ? refused("no annealing weight")
      : Number.isInteger(m)
        ? { class: "SphereFaceLoss", args: { margin: m, scale: gamma }, weights: true, note: UNIT_NORM }
        : refused("only whole multiples of the angle"),
  "l-softmax": ({ gamma, m, wp, wn }) =>
    wp !== 1 || wn !== 1
      ? refused("norms of the weights are the model's own")
      : Number.isInteger(m)
        ? {
            class: "LargeMarginSoftmaxLoss",
            args: { margin: m, scale: gamma },
            weights: true,
            note: UNIT_NORM,
          }
        : refused("only whole multiples of the angle"),
  circle: ({ gamma, margin }) => ({
    class: "CircleLoss",
    args: { m: margin, gamma },
    note: "its weights are held constant in the gradient",
  }),
  "multi-similarity": ({ alpha, beta, lambda }) => ({
    class: "MultiSimilarityLoss",
    args: { alpha, beta, base: lambda },
  }),
  triplet: (values) =>
    averaged(values, measured(values, { class: "TripletMarginLoss", args: { margin: values["margin"] } })),
  "soft-triplet": (values) =>
    values["gamma"] !== 1
      ? refused("no scale inside the softplus")
      : values["reduction"] !== "mean"
        ? refused("no reducer for hardest; a miner would have to choose")
        : measured(values, {
            class: "TripletMarginLoss",
            args: { margin: values["margin"], smooth_loss: true },
          }),
  "lifted-structure": (values) =>
    measured(values, {
      class: "LiftedStructureLoss",
      args: { neg_margin: values["margin"], pos_margin: values["posMargin"] },
      note: "in a batch the negatives of both ends of a positive pair count",
    }),
  "generalized-lifted": (values) =>
    measured(values, {
      class: "GeneralizedLiftedStructureLoss",
      args: { neg_margin: values["margin"], pos_margin: values["posMargin"] },
    }),
  "n-pair": ({ gamma }) =>
    gamma === 1 ? { class: "NPairsLoss", args: {} } : refused("no scale; only embeddings of norm 1"),
  nca: ({ gamma }) => ({ class: "NCALoss", args: { softmax_scale: numberOf(gamma) / 2 }, note: HALVED }),
  "proxy-nca": ({ gamma, ownProxy }) =>
    ownProxy === "included"
      ? {
          class: "ProxyNCALoss",
          args: { softmax_scale: numberOf(gamma) / 2 },
          weights: true,
          note: HALVED,
        }
      : refused("the sample's own proxy is always in the denominator"),
  "proxy-nca-pp": ({ T }) => ({
    class: "ProxyNCALoss",
    args: { softmax_scale: inverse(T) },
    weights: true,
    note: HALVED,
  }),
  "proxy-anchor": ({ alpha, delta, cp, cn }) =>
    cp === 1 && cn === 1
      ? { class: "ProxyAnchorLoss", args: { margin: delta, alpha }, weights: true }
      : refused("coefficients follow from the batch"),
  "info-nce": ({ tau }) => ({ class: "NTXentLoss", args: { temperature: tau } }),
  "sup-con": ({ tau }) => ({ class: "SupConLoss", args: { temperature: tau } }),
  contrastive: (values) =>
    values["distance"] === "squared"
      ? refused("its hinge is not squared")
      : averaged(
          values,
          measured(values, {
            class: "ContrastiveLoss",
            args: { pos_margin: values["mPos"], neg_margin: values["mNeg"] },
          }),
        ),
  margin: (values) =>
    values["reduction"] === "active"
      ? measured(values, { class: "MarginLoss", args: { margin: values["alpha"], beta: values["beta"] } })
      : refused("pairs are always expanded to triplets, and divided by the count of active terms"),
  "tuplet-margin": ({ gamma, beta }) => ({
    class: "TupletMarginLoss",
    args: { margin: degrees(beta), scale: gamma },
    note: "the margin is in degrees",
  }),
  "intra-pair-variance": ({ epsPos, epsNeg }) => ({
    class: "IntraPairVarianceLoss",
    args: { pos_eps: epsPos, neg_eps: epsNeg },
    note: "means are over all pairs of the batch",
  }),
  "ranked-list": ({ margin, Tn, lambda, alpha, Tp }) => ({
    class: "RankedListLoss",
    args: { margin, Tn, imbalance: lambda, alpha, Tp },
    note: "adds 1e-5 times the batch size to the sums of weights",
  }),
  tcm: ({ lambdaPos, lambdaNeg, mPos, mNeg }) => ({
    class: "ThresholdConsistentMarginLoss",
    args: { lambda_plus: lambdaPos, lambda_minus: lambdaNeg, margin_plus: mPos, margin_minus: mNeg },
  }),
  angular: ({ alphaDeg }) => ({
    class: "AngularLoss",
    args: { alpha: alphaDeg },
    note: "normalise the negatives yourself: the library does not",
  }),
  "soft-triple": ({ lambda, margin, gamma, centers }) => ({
    class: "SoftTripleLoss",
    args: { centers_per_class: centers, la: lambda, gamma, margin },
    weights: true,
  }),
  pnp: ({ b, alpha, anneal, variant }) => ({
    class: "PNPLoss",
    args: { b, alpha, anneal, variant },
    note: "an anchor counts as one of its own positives",
  }),
  "fast-ap": ({ bins }) => ({ class: "FastAPLoss", args: { num_bins: bins } }),
  histogram: ({ bins }) => ({ class: "HistogramLoss", args: { n_bins: bins } }),
};

/**
 * The call into pytorch-metric-learning 2.8 that is this loss with these parameters, as Python, or why there is none.
 * Names in it that are left to the reader: `num_classes`, `embedding_size`. Throws `InputError` for parameters that are
 * not legal.
 */
export function metricLearningCall(loss: Loss, params: Params): { readonly code: string } | Refusal {
  const values = completeParams(loss.params, params);
  if (loss.text !== undefined || !Object.hasOwn(RULES, loss.id))
    return refused("pytorch-metric-learning has no such loss");
  const call = RULES[loss.id](values);
  if ("refused" in call) return refused(`pytorch-metric-learning: ${call.refused}`);
  const given = [
    ...(call.weights ? ["num_classes=num_classes", "embedding_size=embedding_size"] : []),
    ...Object.entries(call.args).map(([name, value]) => `${name}=${argumentText(value)}`),
    ...(call.distance ? [`distance=${call.distance}`] : []),
    ...(call.reducer ? [`reducer=${call.reducer}`] : []),
  ];
  const modules = [...(call.distance ? ["distances"] : []), "losses", ...(call.reducer ? ["reducers"] : [])];
  const code = [
    `from pytorch_metric_learning import ${modules.join(", ")}`,
    "",
    ...(call.note ? [`# ${call.note}`] : []),
    `loss = losses.${call.class}(${given.join(", ")})`,
  ];
  return { code: `${code.join("\n")}\n` };
}

/** The same; undefined where there is none. */
export function pytorchMetricLearningCall(loss: Loss, params: Params): string | undefined {
  const call = metricLearningCall(loss, params);
  return "code" in call ? call.code : undefined;
}

const argumentText = (value: Argument): string =>
  typeof value === "boolean"
    ? value
      ? "True"
      : "False"
    : typeof value === "string"
      ? `"${value}"`
      : String(value);
