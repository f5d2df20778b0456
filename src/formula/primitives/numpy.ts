import { type Calls, elementwise, helper, OWN, SMALLEST } from "./python-calls.ts";

export const NUMPY_HELPERS = [
  helper(`
def softplus(x):
    return np.logaddexp(x, 0.0)`),
  helper(`
def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0.0, 1.0, e) / (1.0 + e)`),
  helper(
    `
def log_softplus(x):
    return np.where(x < -37.0, x, np.log(softplus(np.maximum(x, -37.0))))`,
    "softplus",
  ),
  helper(`
def angle(s):
    return np.arccos(np.clip(s, -1.0, 1.0))`),
  helper(`
def sine(s):
    """sin of the angle whose cosine is s"""
    return np.sqrt(np.maximum((1.0 - s) * (1.0 + s), 0.0))`),
  helper(`
def chord(s):
    """distance of two unit vectors whose cosine is s"""
    return np.sqrt(np.maximum(2.0 - 2.0 * s, 0.0))`),
  helper(
    `
def inverse_sine(s):
    """1 / sin, finite at s = 1 and s = -1"""
    return 1.0 / np.maximum(${SMALLEST}, sine(s))`,
    "sine",
  ),
  helper(
    `
def inverse_chord(s):
    """1 / chord, finite at s = 1"""
    return 1.0 / np.maximum(${SMALLEST}, chord(s))`,
    "chord",
  ),
  helper(
    `
def multiple_cosine(s, m):
    """cos(m * theta): Chebyshev's T_m of s for small whole m"""
    if m != int(m) or not 0 <= m <= 64:
        return np.cos(m * angle(s))
    before, now = s, s * 0.0 + 1.0
    for _ in range(int(m)):
        before, now = now, 2.0 * s * now - before
    return now`,
    "angle",
  ),
  helper(
    `
def multiple_sine_ratio(s, m):
    """sin(m * theta) / sin(theta): Chebyshev's U_(m - 1) of s for small whole m"""
    if m != int(m) or not 0 <= m <= 64:
        return np.where(s == 1.0, m, np.sin(m * angle(s)) * inverse_sine(s))
    before, now = s * 0.0 - 1.0, s * 0.0
    for _ in range(int(m)):
        before, now = now, 2.0 * s * now - before
    return now`,
    "angle",
    "inverse_sine",
  ),
  helper(
    `
def multiple_sine(s, m):
    """sin(m * theta)"""
    if m != int(m) or not 0 <= m <= 64:
        return np.sin(m * angle(s))
    return multiple_sine_ratio(s, m) * sine(s)`,
    "angle",
    "multiple_sine_ratio",
    "sine",
  ),
];

export const NUMPY_CALLS: Calls = {
  ...elementwise("np", "arc"),
  abs: "np.abs({0})",
  sign: "np.sign({0})",
  ...OWN,
  sigmoid: "sigmoid({0})",
  relu: "np.maximum({0}, 0.0)",
  step: "np.where({0} > 0.0, 1.0, 0.0)",
  floor: "np.floor({0})",
  min: "np.minimum({0}, {1})",
  max: "np.maximum({0}, {1})",
  clamp: "np.minimum({2}, np.maximum({1}, {0}))",
  logAddExp: "np.logaddexp({0}, {1})",
  select: "np.where({0}, {1}, {2})",
  power: "np.power({0}, {1})",
};
