/** How a quantity's numbers are coloured: from low to high, both ways from zero, or round a circle. */
export type Scale = "sequential" | "diverging" | "cyclic";

export interface Quantity {
  /** Short, for a legend; mathematics between dollar signs, subscripts after `_`. */
  readonly label: string;
  readonly name: string;
  readonly scale: Scale;
  /** Whether its numbers are logarithms already: then no scale bends them again. */
  readonly logarithm?: true;
}

/** What can be drawn over the plane. Partials are by the similarities, whatever the axes show. */
export const QUANTITIES = {
  loss: { label: "$ℒ$", name: "loss", scale: "sequential" },
  logLoss: { label: "$ln ℒ$", name: "logarithm of the loss", scale: "sequential", logarithm: true },
  z: { label: "$z$", name: "margin term", scale: "diverging" },
  dSp: { label: "$∂ℒ/∂s_p$", name: "gradient on the positive", scale: "diverging" },
  dSn: { label: "$∂ℒ/∂s_n$", name: "gradient on the negative", scale: "diverging" },
  absDSp: { label: "$|∂ℒ/∂s_p|$", name: "size of the positive's gradient", scale: "sequential" },
  absDSn: { label: "$|∂ℒ/∂s_n|$", name: "size of the negative's gradient", scale: "sequential" },
  gradientLength: { label: "$|∂ℒ/∂(s_n, s_p)|$", name: "length of the gradient", scale: "sequential" },
  direction: { label: "angle of $−∂ℒ$ from $+s_p$ (°)", name: "direction of descent", scale: "cyclic" },
  embeddingP: {
    label: "$|∂ℒ/∂s_p| sin θ_p$",
    name: "embedding gradient of the positive",
    scale: "sequential",
  },
  embeddingN: {
    label: "$|∂ℒ/∂s_n| sin θ_n$",
    name: "embedding gradient of the negative",
    scale: "sequential",
  },
  paceRatio: {
    label: "$log_{10} |∂ℒ/∂s_p| / |∂ℒ/∂s_n|$",
    name: "pace ratio",
    scale: "diverging",
    logarithm: true,
  },
  /** ∂_p F_n − ∂_n F_p of the field F = (F_p, F_n) of both partials: zero where it is the slope of a surface. */
  curl: { label: "curl of $∂ℒ$", name: "curl of the gradient", scale: "diverging" },
  /** The larger eigenvalue of the Hessian of the value over (s_p, s_n), whatever the gradient: how sharply it bends. */
  curvature: {
    label: "$λ_{max} ∇^2ℒ$",
    name: "curvature (larger eigenvalue of the Hessian)",
    scale: "diverging",
  },
} as const satisfies Record<string, Quantity>;

export type QuantityId = keyof typeof QUANTITIES;

export const QUANTITY_IDS = Object.keys(QUANTITIES) as readonly QuantityId[];
