/** Transforms that several losses share. */

/** γs: the plain logit of a scaled cosine. */
export const scaledCosine = {
  formula: "gamma * s",
  value: (s: number, { gamma }: { gamma: number }) => gamma * s,
  slope: (_: number, { gamma }: { gamma: number }) => gamma,
};

/** s/τ: the logit of a temperature. */
export const overTemperature = {
  formula: "s / tau",
  value: (s: number, { tau }: { tau: number }) => s / tau,
  slope: (_: number, { tau }: { tau: number }) => 1 / tau,
};

/** γ(s − m): a cosine that must make up for a margin. */
export const withCosineMargin = {
  formula: "gamma * (s - margin)",
  value: (s: number, { gamma, margin }: { gamma: number; margin: number }) => gamma * (s - margin),
  slope: (_: number, { gamma }: { gamma: number }) => gamma,
};
