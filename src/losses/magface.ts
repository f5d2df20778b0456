import { clamp } from "../numerics/scalar.ts";
import { angleBranches, shiftedCosine } from "./angles.ts";
import { coupledLoss } from "./define.ts";
import { softplusLink } from "./links.ts";
import { number, scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

interface MagFace {
  readonly a: number;
  readonly la: number;
  readonly ua: number;
  readonly lm: number;
  readonly um: number;
}

const normOf = ({ a, la, ua }: MagFace): number => clamp(a, Math.min(la, ua), Math.max(la, ua));

/** The norm as text. */
const NORM = "clamp(a, min(la, ua), max(la, ua))";

/** m(a): from l_m at norm l_a to u_m at u_a. */
function marginOf(values: MagFace): number {
  const { la, ua, lm, um } = values;
  return la === ua ? lm : ((um - lm) / (ua - la)) * (normOf(values) - la) + lm;
}

/** λ_g g(a): does not depend on the similarities. */
const regulariser = (values: MagFace & { lambdaG: number }): number => {
  const a = normOf(values);
  return values.lambdaG * (1 / a + a / values.ua ** 2);
};

const feature = (symbol: string, label: string, preset: number, effect: string) =>
  number({ symbol, label, default: preset, min: 1, max: 1000, slider: [1, 200], effect });
const margin = (symbol: string, label: string, preset: number) =>
  number({
    symbol,
    label,
    default: preset,
    min: 0,
    max: 1.5,
    slider: [0, 1],
    unit: "radians",
    effect: `Moves the ${label}.`,
  });

/** MagFace: ArcFace whose margin grows with the feature's norm. */
export const magface = coupledLoss({
  id: "magface",
  name: "MagFace",
  family: "classification",
  source: {
    authors: ["Qiang Meng", "Shichao Zhao", "Zhida Huang", "Feng Zhou"],
    title: "MagFace: a universal representation for face recognition and quality assessment",
    venue: "CVPR",
    year: 2021,
    arxiv: "2103.06627",
    equation: "Eq. 3",
  },
  similarity: "sample–class weight",
  params: {
    gamma: scale(64, [1, 128]),
    a: feature("a", "feature norm", 60, "A larger norm gets a larger margin."),
    la: feature("l_a", "lowest norm", 10, "Norms below count as this one."),
    ua: feature("u_a", "highest norm", 110, "Norms above count as this one."),
    lm: margin("l_m", "margin at the lowest norm", 0.45),
    um: margin("u_m", "margin at the highest norm", 0.8),
    lambdaG: number({
      symbol: "λ_g",
      label: "regulariser weight",
      default: 35,
      min: 0,
      max: 1000,
      slider: [0, 50],
      effect: "Adds λ_g (1/a + a/u_a²), which does not depend on the similarities.",
    }),
  },
  variants: {
    paper: { note: "the authors' script", params: { la: 10, ua: 110, lm: 0.45, um: 0.8, lambdaG: 35 } },
  },
  pitfalls: [
    "The released code falls back to the easy margin beyond $π − m$; here $cos(θ + m)$ goes all the way.",
  ],
  link: (values) => {
    const constant = regulariser(values);
    return {
      formula: `softplus(z) + lambdaG * (1 / ${NORM} + ${NORM} / ua^2)`,
      value: (z) => softplusLink.value(z) + constant,
      slope: softplusLink.slope,
      log: (z) => (constant === 0 ? softplusLink.log(z) : Math.log(softplusLink.value(z) + constant)),
    };
  },
  positive: {
    formula: `gamma * cos(theta + (abs(ua - la) > 0 ? (um - lm) / (ua - la) * (${NORM} - la) + lm : lm))`,
    value: (s, values) => values.gamma * shiftedCosine.value(s, marginOf(values)),
    slope: (s, values) => values.gamma * shiftedCosine.slope(s, marginOf(values)),
    aggregate: "mean",
  },
  negative: scaledCosine,
  boundary: (values, offset) =>
    angleBranches(
      "cos(acos(s_n + (ln L) / gamma) - m(a))",
      1,
      marginOf(values),
      (sn) => sn + offset / values.gamma,
    ),
});
