import { clamp } from "../numerics/scalar.ts";
import { angleOf } from "../numerics/sphere.ts";
import { shiftedCosine } from "./angles.ts";
import { graph, upright } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { number, scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

/** The angle is kept this far from 0 and π (the authors' code). */
const EPSILON = 1e-3;

const isFrozen = (s: number, shift: number): boolean => {
  const angle = angleOf(s) + shift;
  return angle < EPSILON || angle > Math.PI - EPSILON;
};

function target(s: number, margin: number, q: number): number {
  const shift = -margin * q;
  const cosine = isFrozen(s, shift)
    ? Math.cos(clamp(angleOf(s) + shift, EPSILON, Math.PI - EPSILON))
    : shiftedCosine.value(s, shift);
  return cosine - margin * (1 + q);
}

/** AdaFace: the margin turns from angular to additive with the image's quality. */
export const adaface = coupledLoss({
  id: "adaface",
  name: "AdaFace",
  family: "classification",
  source: {
    authors: ["Minchul Kim", "Anil K. Jain", "Xiaoming Liu"],
    title: "AdaFace: quality adaptive margin for face recognition",
    venue: "CVPR",
    year: 2022,
    arxiv: "2204.00964",
    equation: "Eq. 16",
  },
  similarity: "sample–class weight",
  params: {
    gamma: scale(64, [1, 128]),
    margin: number({
      symbol: "m",
      label: "margin",
      default: 0.4,
      min: 0,
      max: 1.5,
      slider: [0, 0.8],
      effect: "Widens the angular and the additive margin together.",
    }),
    q: number({
      symbol: "q",
      label: "normalised quality",
      default: 0.5,
      min: -1,
      max: 1,
      slider: [-1, 1],
      effect:
        "Turns the margin from ArcFace's (−1) over CosFace's (0) to an additive one of 2m with an angular slack (1).",
    }),
  },
  variants: {
    arcface: { note: "lowest quality: ArcFace", params: { q: -1 } },
    cosface: { note: "middling quality: CosFace", params: { q: 0 } },
    best: { note: "highest quality", params: { q: 1 } },
  },
  pitfalls: ["For $q > 0$ a strip of the closest positives has no pull at all: the clip holds their angle."],
  positive: {
    formula: "gamma * (cos(clamp(theta - margin * q, 0.001, pi - 0.001)) - margin * (1 + q))",
    value: (s, { gamma, margin, q }) => gamma * target(s, margin, q),
    slope: (s, { gamma, margin, q }) =>
      isFrozen(s, -margin * q) ? 0 : gamma * shiftedCosine.slope(s, -margin * q),
    aggregate: "mean",
  },
  negative: scaledCosine,
  boundary({ gamma, margin, q }, offset) {
    const shift = -margin * q;
    const taken = margin * (1 + q) + offset / gamma;
    const onCurve = (sn: number): number => {
      const angle = Math.acos(sn + taken) - shift;
      const held = angle + shift < EPSILON || angle + shift > Math.PI - EPSILON;
      return held || angle < 0 || angle > Math.PI ? NaN : Math.cos(angle);
    };
    return [
      graph("cos(acos(s_n + margin (1 + q) + (ln L) / gamma) + margin q)", onCurve),
      ...(shift < EPSILON
        ? [upright(Math.cos(EPSILON) - taken, { sp: [Math.cos(EPSILON - shift), 1] })]
        : []),
      ...(shift > -EPSILON
        ? [upright(-Math.cos(EPSILON) - taken, { sp: [-1, -Math.cos(EPSILON + shift)] })]
        : []),
    ];
  },
});
