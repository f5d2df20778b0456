"""Runs the generated PyTorch modules with autograd against what pytorch-metric-learning computed (plane.json).

    node scripts/run-ts.mjs test/golden/write-pytorch-snippets.ts snippets.json
    python3 test/golden/pytorch-snippets.py snippets.json

Needs PyTorch, nothing else. Value: |ours - theirs| <= tolerance * max(1, |theirs|); derivatives likewise. Ends with
status 1 if any case fails.
"""

import json
import sys

import torch


def close(ours, theirs, tolerance):
    return abs(ours - theirs) <= tolerance * max(1.0, abs(theirs))


def run(case):
    """What is wrong with a case, as lines."""
    module = {"__name__": "snippet"}
    exec(compile(case["code"], case["id"], "exec"), module)
    s_p = torch.tensor(case["sp"], dtype=torch.float64, requires_grad=True)
    s_n = torch.tensor(case["sn"], dtype=torch.float64, requires_grad=True)
    value = case["factor"] * module["loss"](s_p, s_n, K=case["K"], L=case["L"])
    slopes = torch.autograd.grad(value, (s_p, s_n), allow_unused=True)
    ours = {"value": value.item()}
    for name, slope in zip(("dSp", "dSn"), slopes):
        ours[name] = 0.0 if slope is None else slope.item()
    return [
        f"{case['id']} {case['gradient']} {name}: {ours[name]!r}, expected {case[name]!r}"
        for name in ("value", "dSp", "dSn")
        if case[name] is not None and not close(ours[name], case[name], case["tolerance"])
    ]


def main(path):
    with open(path) as file:
        given = json.load(file)
    passed, failed = {}, []
    for case in given["snippets"]:
        wrong = run(case)
        failed += wrong
        if not wrong:
            passed[case["loss"]] = passed.get(case["loss"], 0) + 1
    for line in failed:
        print("failed", line)
    for loss, count in passed.items():
        print(f"passed {count:3d}  {loss}")
    reasons = {}
    for _, why in given["left"]:
        reasons[why] = reasons.get(why, 0) + 1
    for why, count in reasons.items():
        print(f"not run {count:3d}  {why}")
    total = len(given["snippets"])
    print(f"PyTorch {torch.__version__}: {sum(passed.values())} of {total} passed, {len(failed)} deviations")
    return 1 if failed or total == 0 else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("missing file; expected pytorch-snippets.py snippets.json")
    sys.exit(main(sys.argv[1]))
