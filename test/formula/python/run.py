"""run.py CASES.json: calls `loss` of every generated module and prints value and both partials at every point.

A case is {file, dialect, points: [[s_p, s_n], ...], keywords}. Numbers are printed as text, digits complete.
"""

import json
import os
import sys

import numpy as np

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import torch  # noqa: E402  the stand-in beside this file

assert hasattr(torch, "tensor_only"), "the real PyTorch hides the stand-in"


def run(case):
    with open(case["file"]) as file:
        text = file.read()
    module = {"__name__": "generated"}
    exec(compile(text, case["file"], "exec", dont_inherit=True), module)
    s_p, s_n = np.array(case["points"], dtype=float).T
    if case["dialect"] == "numpy":
        results = module["loss"](s_p, s_n, **case["keywords"])
        # a column against a row gives the plane, and plain numbers a number
        plane = module["loss"](s_p[:, None], s_n[None, :], **case["keywords"])
        first = module["loss"](*case["points"][0], **case["keywords"])
        for each, whole, one in zip(results, plane, first):
            assert each.shape == s_p.shape and whole.shape == (s_p.size, s_n.size) and np.shape(one) == ()
            assert np.array_equal(np.diagonal(whole), each, equal_nan=True), case["file"]
            assert np.allclose(one, each[0], rtol=1e-14, atol=0.0, equal_nan=True), case["file"]
    else:
        zero, one = np.zeros_like(s_p), np.ones_like(s_p)
        with np.errstate(all="ignore"):
            value = module["loss"](
                torch.Tensor(s_p, [one, zero]), torch.Tensor(s_n, [zero, one]), **case["keywords"]
            )
        results = [value.value, *value.slopes]
    return [[repr(float(x)) for x in np.broadcast_to(each, s_p.shape)] for each in results]


with open(sys.argv[1]) as file:
    cases = json.load(file)
print(json.dumps([run(case) for case in cases]))
