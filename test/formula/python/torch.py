"""What the generated modules use of PyTorch, made of NumPy, for a machine that has none.

A tensor carries its derivatives by s_p and s_n along (forward mode), so `detach`, `where` and a Function's own
`backward` count as they do in autograd. Only elementwise functions: a Function's backward is then the factor on each
derivative.
"""

import numpy as np

float64 = np.dtype("float64")


class Tensor:
    def __init__(self, value, slopes=None):
        self.value = np.asarray(value)
        self.slopes = slopes if slopes is not None else [np.zeros_like(self.value, dtype=float)] * 2

    dtype = property(lambda self: self.value.dtype)

    def detach(self):
        return Tensor(self.value)

    def to(self, dtype):
        return Tensor(self.value.astype(dtype))

    def item(self):
        return self.value.item()

    def new_tensor(self, value):
        assert isinstance(value, (int, float)), value
        return Tensor(np.asarray(value, dtype=self.value.dtype))

    def __neg__(self):
        return through(self, -self.value, -1.0)

    def __add__(self, other):
        other = lifted(other)
        return Tensor(self.value + other.value, [a + b for a, b in zip(self.slopes, other.slopes)])

    def __sub__(self, other):
        return self + -lifted(other)

    def __mul__(self, other):
        other = lifted(other)
        slopes = [a * other.value + self.value * b for a, b in zip(self.slopes, other.slopes)]
        return Tensor(self.value * other.value, slopes)

    def __truediv__(self, other):
        other = lifted(other)
        return self * through(other, 1.0 / other.value, -1.0 / other.value**2)

    def __pow__(self, exponent):
        return pow(self, exponent)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return lifted(other) - self

    def __rtruediv__(self, other):
        return lifted(other) / self

    def __lt__(self, other):
        return Tensor(self.value < lifted(other).value)

    def __le__(self, other):
        return Tensor(self.value <= lifted(other).value)

    def __gt__(self, other):
        return Tensor(self.value > lifted(other).value)

    def __ge__(self, other):
        return Tensor(self.value >= lifted(other).value)


def lifted(x):
    if isinstance(x, Tensor):
        return x
    assert isinstance(x, (int, float)), f"{type(x)} where PyTorch wants a number or a tensor"
    return Tensor(np.asarray(float(x)))


def tensor_only(x):
    assert isinstance(x, Tensor), f"{type(x)} where PyTorch wants a tensor"
    return x


def through(x, value, slope):
    return Tensor(value, [slope * each for each in tensor_only(x).slopes])


def tensor(value, dtype=float64):
    return Tensor(np.asarray(value, dtype=dtype))


def elementwise(function, slope):
    return lambda x: through(x, function(tensor_only(x).value), slope(x.value))


exp = elementwise(np.exp, np.exp)
expm1 = elementwise(np.expm1, np.exp)
log = elementwise(np.log, lambda x: 1.0 / x)
log1p = elementwise(np.log1p, lambda x: 1.0 / (1.0 + x))
sqrt = elementwise(np.sqrt, lambda x: 0.5 / np.sqrt(x))
abs = elementwise(np.abs, np.sign)
sign = elementwise(np.sign, np.zeros_like)
floor = elementwise(np.floor, np.zeros_like)
sin = elementwise(np.sin, np.cos)
cos = elementwise(np.cos, lambda x: -np.sin(x))
tan = elementwise(np.tan, lambda x: 1.0 / np.cos(x) ** 2)
asin = elementwise(np.arcsin, lambda x: 1.0 / np.sqrt(1.0 - x * x))
acos = elementwise(np.arccos, lambda x: -1.0 / np.sqrt(1.0 - x * x))
atan = elementwise(np.arctan, lambda x: 1.0 / (1.0 + x * x))
sinh = elementwise(np.sinh, np.cosh)
cosh = elementwise(np.cosh, np.sinh)
tanh = elementwise(np.tanh, lambda x: 1.0 - np.tanh(x) ** 2)
relu = elementwise(lambda x: np.where(x > 0.0, x, 0.0), lambda x: np.where(x > 0.0, 1.0, 0.0))
logistic = lambda x: np.exp(-np.logaddexp(-x, 0.0))  # noqa: E731
sigmoid = elementwise(logistic, lambda x: logistic(x) * logistic(-x))


def pow(x, exponent):
    x, exponent = lifted(x), lifted(exponent)
    value = x.value**exponent.value
    by_base = exponent.value * x.value ** (exponent.value - 1.0)
    slopes = [by_base * a for a in x.slopes]
    if any(np.any(b) for b in exponent.slopes):
        slopes = [a + value * np.log(x.value) * b for a, b in zip(slopes, exponent.slopes)]
    return Tensor(value, slopes)


def logaddexp(a, b):
    share = logistic(tensor_only(a).value - tensor_only(b).value)
    slopes = [share * x + (1.0 - share) * y for x, y in zip(a.slopes, b.slopes)]
    return Tensor(np.logaddexp(a.value, b.value), slopes)


def atan2(y, x):
    square = tensor_only(y).value ** 2 + tensor_only(x).value ** 2
    slopes = [(x.value * a - y.value * b) / square for a, b in zip(y.slopes, x.slopes)]
    return Tensor(np.arctan2(y.value, x.value), slopes)


def clamp(x, min):
    return through(x, np.maximum(tensor_only(x).value, min), np.where(x.value >= min, 1.0, 0.0))


def where(condition, a, b):
    assert tensor_only(condition).value.dtype == bool
    assert isinstance(a, Tensor) or isinstance(b, Tensor), "two plain numbers would become single precision"
    a, b = lifted(a), lifted(b)
    slopes = [np.where(condition.value, x, y) for x, y in zip(a.slopes, b.slopes)]
    return Tensor(np.where(condition.value, a.value, b.value), slopes)


def ones_like(x):
    return Tensor(np.ones_like(tensor_only(x).value))


def zeros_like(x):
    return Tensor(np.zeros_like(tensor_only(x).value))


class nn:
    class functional:
        @staticmethod
        def softplus(x, threshold):
            value = tensor_only(x).value
            return through(x, np.where(value > threshold, value, np.logaddexp(value, 0.0)), logistic(value))


class Context:
    def save_for_backward(self, *tensors):
        self.saved_tensors = tensors


class autograd:
    class Function:
        @classmethod
        def apply(cls, x):
            context = Context()
            value = cls.forward(context, Tensor(tensor_only(x).value)).value
            return Tensor(value, [cls.backward(context, Tensor(each)).value for each in x.slopes])
