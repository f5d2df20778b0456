import { logSoftplus, relu, sigmoid, softplus } from "../numerics/scalar.ts";
import type { Link } from "./types.ts";

/** ln(1 + eᶻ): saturates on both sides of the boundary. */
export const softplusLink: Link = {
  formula: "softplus(z)",
  value: softplus,
  slope: sigmoid,
  log: logSoftplus,
};

/** [z]₊: exactly zero beyond the boundary; derivative 0 at the kink. */
export const hinge: Link = {
  formula: "relu(z)",
  value: relu,
  slope: (z) => (z > 0 ? 1 : 0),
  log: (z) => Math.log(relu(z)),
};

/** ½[z]₊² */
export const halfSquaredHinge: Link = {
  formula: "relu(z)^2 / 2",
  value: (z) => relu(z) ** 2 / 2,
  slope: relu,
  log: (z) => 2 * Math.log(relu(z)) - Math.LN2,
};

/** z itself: no boundary, no saturation. */
export const identity: Link = { formula: "z", value: (z) => z, slope: () => 1, log: Math.log };

/** ½z² */
export const halfSquare: Link = {
  formula: "z^2 / 2",
  value: (z) => z ** 2 / 2,
  slope: (z) => z,
  log: (z) => 2 * Math.log(Math.abs(z)) - Math.LN2,
};

/** σ(z)^κ softplus(z), the focal form of a binary cross-entropy (Lin et al. 2017). */
export const focalLink = (kappa: number): Link => ({
  formula: "sigmoid(z)^kappa * softplus(z)",
  value: (z) => sigmoid(z) ** kappa * softplus(z),
  slope: (z) => sigmoid(z) ** kappa * (kappa * sigmoid(-z) * softplus(z) + sigmoid(z)),
  log: (z) => -kappa * softplus(-z) + logSoftplus(z),
});
