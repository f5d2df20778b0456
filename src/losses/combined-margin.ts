import { angleOf, inverseSineOf } from "../numerics/sphere.ts";
import { multipleSineRatioOf } from "../numerics/sphere.ts";
import { angleBranches, shiftedCosine } from "./angles.ts";
import { deng2019 } from "./citations.ts";
import { coupledLoss } from "./define.ts";
import { number, scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

/** cos(m₁θ + m₂), by the exact forms where m₁ = 1 or m₂ = 0. */
function target(s: number, m1: number, m2: number): number {
  return m1 === 1 ? shiftedCosine.value(s, m2) : Math.cos(m1 * angleOf(s) + m2);
}

function targetSlope(s: number, m1: number, m2: number): number {
  if (m1 === 1) return shiftedCosine.slope(s, m2);
  if (m2 === 0) return m1 * multipleSineRatioOf(s, m1);
  return m1 * Math.sin(m1 * angleOf(s) + m2) * inverseSineOf(s);
}

/** The combined margin cos(m₁θ + m₂) − m₃ of the ArcFace paper. */
export const combinedMargin = coupledLoss({
  id: "combined-margin",
  name: "Combined margin (m₁, m₂, m₃)",
  family: "classification",
  source: { ...deng2019, equation: "Eq. 4" },
  similarity: "sample–class weight",
  params: {
    gamma: scale(64, [1, 128]),
    m1: number({
      symbol: "m_1",
      label: "multiplicative margin",
      default: 1,
      min: 0.1,
      max: 8,
      slider: [0.8, 4],
      effect: "Multiplies the angle to the own class.",
    }),
    m2: number({
      symbol: "m_2",
      label: "angular margin",
      default: 0.3,
      min: 0,
      max: 1.5,
      slider: [0, 1],
      unit: "radians",
      effect: "Adds to the angle to the own class.",
    }),
    m3: number({
      symbol: "m_3",
      label: "cosine margin",
      default: 0.2,
      min: 0,
      max: 2,
      slider: [0, 0.8],
      effect: "Takes from the cosine of the own class.",
    }),
  },
  variants: {
    arcface: { note: "(1, 0.5, 0)", params: { m1: 1, m2: 0.5, m3: 0 } },
    cosface: { note: "(1, 0, 0.35)", params: { m1: 1, m2: 0, m3: 0.35 } },
    sphereface: { note: "(1.35, 0, 0)", params: { m1: 1.35, m2: 0, m3: 0 } },
    cm1: { note: "(1, 0.3, 0.2)", params: { m1: 1, m2: 0.3, m3: 0.2 } },
    cm2: { note: "(0.9, 0.4, 0.15)", params: { m1: 0.9, m2: 0.4, m3: 0.15 } },
  },
  pitfalls: ["Where $m_1 θ + m_2 > π$ the target rises again: worse positives get better logits."],
  positive: {
    formula: "gamma * (cos(m1 * theta + m2) - m3)",
    value: (s, { gamma, m1, m2, m3 }) => gamma * (target(s, m1, m2) - m3),
    slope: (s, { gamma, m1, m2 }) => gamma * targetSlope(s, m1, m2),
    aggregate: "mean",
  },
  negative: scaledCosine,
  boundary: ({ gamma, m1, m2, m3 }, offset) =>
    angleBranches(
      "cos((acos(s_n + m3 + (ln L) / gamma) - m2) / m1)",
      m1,
      m2,
      (sn) => sn + m3 + offset / gamma,
    ),
});
