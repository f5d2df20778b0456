"""The array files beside this one, written by NumPy itself: python3 make.py"""

import numpy as np

VALUES = np.array([0, -0.0, 1 / 3, np.nan, np.inf, -np.inf, 5e-324, 1.7976931348623157e308, -2.5, 0.1])

np.save("doubles.npy", VALUES.reshape(2, 5))
with np.errstate(over="ignore"):
    np.save("singles.npy", VALUES.astype("f4").reshape(5, 2))
np.save("line.npy", np.arange(3.0))
np.save("cube.npy", np.arange(24, dtype="f4").reshape(2, 3, 4))
np.save("text.npy", np.array('{"γ": 64, "😀": true}'))
np.savez("arrays.npz", value=VALUES.reshape(2, 5), s_n=np.arange(5) / 4, recipe=np.array('{"id": "circle"}'))
