import { type Calls, elementwise, helper, OWN, SMALLEST } from "./python-calls.ts";

export const TORCH_HELPERS = [
  helper(`
def softplus(x):
    # beyond 40 it is x itself to the last bit; the default of 20 would cut off digits
    return torch.nn.functional.softplus(x, threshold=40.0)`),
  helper(
    `
def log_softplus(x):
    return torch.where(x < -37.0, x, torch.log(softplus(torch.clamp(x, min=-37.0))))`,
    "softplus",
  ),
  helper(`
class FiniteRoot(torch.autograd.Function):
    """sqrt(x), with a derivative that stays finite at x = 0"""

    @staticmethod
    def forward(ctx, x):
        root = torch.sqrt(torch.clamp(x, min=0.0))
        ctx.save_for_backward(root)
        return root

    @staticmethod
    def backward(ctx, gradient):
        (root,) = ctx.saved_tensors
        return gradient / (2.0 * torch.clamp(root, min=${SMALLEST}))`),
  helper(
    `
def sine(s):
    """sin of the angle whose cosine is s"""
    return FiniteRoot.apply((1.0 - s) * (1.0 + s))`,
    "FiniteRoot",
  ),
  helper(
    `
def chord(s):
    """distance of two unit vectors whose cosine is s"""
    return FiniteRoot.apply(2.0 - 2.0 * s)`,
    "FiniteRoot",
  ),
  helper(
    `
def angle(s):
    """arccos(s); torch.acos has an infinite derivative at s = 1 and s = -1"""
    return torch.atan2(sine(s), s)`,
    "sine",
  ),
  helper(
    `
def inverse_sine(s):
    """1 / sin, finite at s = 1 and s = -1"""
    return 1.0 / torch.clamp(sine(s), min=${SMALLEST})`,
    "sine",
  ),
  helper(
    `
def inverse_chord(s):
    """1 / chord, finite at s = 1"""
    return 1.0 / torch.clamp(chord(s), min=${SMALLEST})`,
    "chord",
  ),
  helper(
    `
def multiple_cosine(s, m):
    """cos(m * theta): Chebyshev's T_m of s for small whole m"""
    if m != int(m) or not 0 <= m <= 64:
        return torch.cos(m * angle(s))
    before, now = s, torch.ones_like(s)
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
        return torch.sin(m * angle(s)) * inverse_sine(s)
    before, now = -torch.ones_like(s), torch.zeros_like(s)
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
        return torch.sin(m * angle(s))
    return multiple_sine_ratio(s, m) * sine(s)`,
    "angle",
    "multiple_sine_ratio",
    "sine",
  ),
  helper(`
def step(x):
    return (x > 0.0).to(x.dtype)`),
  helper(`
def smaller(a, b):
    # torch.minimum halves the gradient where both are equal
    return torch.where(b < a, b, a)`),
  helper(`
def larger(a, b):
    # torch.maximum halves the gradient where both are equal
    return torch.where(b > a, b, a)`),
  helper(`
def clamped(x, low, high):
    x = torch.where(x <= low, low, x)
    return torch.where(x >= high, high, x)`),
];

export const TORCH_CALLS: Calls = {
  ...elementwise("torch", "a"),
  abs: "torch.abs({0})",
  sign: "torch.sign({0})",
  ...OWN,
  sigmoid: "torch.sigmoid({0})",
  relu: "torch.relu({0})",
  step: "step({0})",
  floor: "torch.floor({0})",
  min: "smaller({0}, {1})",
  max: "larger({0}, {1})",
  clamp: "clamped({0}, {1}, {2})",
  logAddExp: "torch.logaddexp({0}, {1})",
  select: "torch.where({0}, {1}, {2})",
  power: "torch.pow({0}, {1})",
  detach: "{0}.detach()",
};

/** The same for plain Python numbers, where PyTorch wants tensors. */
export const NUMBER_CALLS: Calls = {
  ...elementwise("math", "a"),
  abs: "abs({0})",
  relu: "max({0}, 0.0)",
  min: "min({0}, {1})",
  max: "max({0}, {1})",
  clamp: "min({2}, max({1}, {0}))",
  floor: "math.floor({0})",
  power: "math.pow({0}, {1})",
  detach: "{0}",
};
