import { describe, expect, it } from "vitest";
import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import { bindProgram } from "../../src/formula/evaluate.ts";
import { FUNCTIONS } from "../../src/formula/language.ts";
import { pythonCode } from "../../src/formula/python.ts";
import { PythonNames } from "../../src/formula/python-names.ts";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { HAS_NUMPY } from "../export/numpy.ts";
import { expectClose } from "../numerics/seeded.ts";
import { runPython } from "./python-run.ts";

const codeOf = (name: string, dialect: "numpy" | "torch"): string => {
  const { loss, params, gradient } = namedLoss(name);
  return pythonCode(loss, params, { dialect, gradient }) ?? "";
};
const functionOf = (code: string): string => /def loss[^]*?(?=\n\n\n)/.exec(code)?.[0] ?? "";

describe("a module reads like one written by hand", () => {
  it("Circle in PyTorch, weights detached", () => {
    expect(functionOf(codeOf("circle", "torch"))).toBe(
      [
        "def loss(s_p, s_n, gamma=256.0, margin=0.25, K=1, L=1):",
        "    a_n = gamma * torch.relu(s_n + margin).detach() * (s_n - margin)",
        "    a_p = gamma * torch.relu(1.0 + margin - s_p).detach() * (s_p - 1.0 + margin)",
        "    z = a_n - a_p + math.log(K) + math.log(L)",
        "    return softplus(z)",
      ].join("\n"),
    );
    expect(codeOf("circle:attached", "torch")).not.toContain("detach");
  });

  it("Triplet in NumPy, with the gradient, and only the helpers it needs", () => {
    const code = codeOf("triplet", "numpy");
    expect(functionOf(code)).toBe(
      [
        "def loss(s_p, s_n, margin=0.1, K=1, L=1):",
        '    """value, d value / d s_p, d value / d s_n"""',
        "    s_p, s_n = np.asarray(s_p, dtype=float), np.asarray(s_n, dtype=float)",
        "    z = margin + s_n - s_p",
        "    value = np.maximum(z, 0.0)",
        "    d_sp = np.where(z > 0.0, -1.0, 0.0)",
        "    d_sn = np.where(z > 0.0, 1.0, 0.0)",
        "    zero = np.zeros(np.broadcast_shapes(s_p.shape, s_n.shape))",
        "    return value + zero, d_sp + zero, d_sn + zero",
      ].join("\n"),
    );
    expect(code).not.toContain("def sigmoid");
  });

  it("keeps parameters open, and those fixed that shape the formula", () => {
    const code = codeOf("sphereface", "numpy");
    expect(code).toContain("def loss(s_p, s_n, gamma=30.0, lambda_=0.0, K=1, L=1):");
    expect(code).toContain("Made for m = 4.");
  });
});

describe("names", () => {
  it("are never Python's own, nor the module's, nor the same twice", () => {
    const names = new PythonNames();
    expect(
      ["lambda", "np", "s_p", "z", "z", "lambda_", "sigmoid", "value"].map((each) => names.unused(each)),
    ).toEqual(["lambda_", "np_", "s_p_", "z", "z_", "lambda__", "sigmoid_", "value_"]);
  });

  it.each(["", "a b", "a.b", "é", "x\n", "0a", "__import__('os')", "a=1):\n  import os #"])(
    "refuses %j",
    (text) => expect(() => new PythonNames().unused(text)).toThrow(/^invalid name: /),
  );

  it("a loss's name stays within the comment", () => {
    const loss = typedLoss('name = "x\\u0022 """ + __import__(1)"\ns_n - s_p'.replace(/"""/, "'''"));
    const code = pythonCode(loss, {}, { dialect: "numpy", gradient: "attached" }) ?? "";
    expect(code.match(/"""/g)?.length).toBe(4);
    expect(code).not.toContain("'''");
  });
});

/** Every function of the language, of the plane and of plain numbers, and names that are awkward in Python. */
const TYPED: readonly string[] = [
  "m = 0.3\nexp(s_n) + log(2 + s_p) + log1p(s_p * s_n + m) + expm1(s_n - m)",
  "m = 0.3\nsqrt(2 + s_p) * abs(s_n - m) + sign(s_p) * s_n + step(s_n - m) * s_p + floor(7 * s_n) * s_p",
  "sin(3 * s_n) + cos(s_p - 1) * tan(s_n / 2) + asin(s_n / 2) + acos(s_p / 3) + atan(4 * s_n)",
  "sinh(s_n) * cosh(s_p) - tanh(2 * s_n - s_p)",
  "min(s_p, s_n, 0.3) + max(s_p^2, s_n, 0.1) + clamp(s_n, s_p - 0.1, 0.5) + clamp(0.2, s_p, s_n + 1)",
  "relu(s_n - s_p)^2 + softplus(40 * s_n) + sigmoid(-900 * s_p) + logSumExp(3 * s_p, s_n, 0.5, 1000 * s_n)",
  "m = 0.3\nsoftplus(m) + sigmoid(m) * s_n + relu(m) + step(m) + floor(m) + sign(m) + logSumExp(m, 2) * s_p",
  "m = 0.3\nexp(m) * s_p + log(m) * s_n + sqrt(m) + abs(m) + m^m + min(m, 2) * max(m, 2) + clamp(m, 0, 1) + asin(m)",
  "m = 0.3\nsin(theta_p - m) + cos(2 * theta_n + m) + cos(2.5 * theta_p) + sin(3 * theta_n) * d_p + d_n^2",
  "t = 2.3\n(s_p + 1.5)^t - (2 + s_n)^(-1.5) + 2^s_n * (s_p * s_n)^3 + s_p^4",
  "m = 0.3\ns_n > s_p ? exp(s_n) : s_n < -m ? 0.7 : m",
  "m = 0.3\nm > 0 ? s_n / m : s_p",
  "m = 0\nm > 0 ? log(m) * s_n : s_p - s_n",
  "(s_n > 0 ? 0.1 : 0.7) * (s_p >= 0.5 ? 1 : 3) + (s_p <= 0 ? s_n : 1)",
  "detach(relu(s_n + 0.3)) * s_n - detach(s_p)^2 * s_p",
  "lambda = 2\nclass = 3\nnp = 0.5\nt1 = 1.5\nvalue = 7\nsoftplus(lambda * s_n - class * s_p * np) * t1 * exp(s_n - s_p) + value * exp(s_n - s_p)",
  "K * softplus(9 * (s_n - s_p) + log(L)) / (K + L)",
  "1e-7 * s_n + 1e21 * s_p - 123456789012345680000 * s_n + 0.1",
  "-s_p^2 - (-s_n)^2 - (s_p - (s_n - 1)) / (s_p / (s_n + 3)) + (s_p * s_n) / (2 / (3 - s_p))",
  "g = 32\nm = 0.2\nA_p = g * (s - m) + theta\nA_n = g * d\nlink = softplus(z)^2\naggregate_p = sum\ncoupling = decoupled",
  "pi * s_p + e * s_n",
];
const POINTS = [
  [0.6, 0.4],
  [0.35, 0.8],
  [-0.4, 0.2],
  [0.9, -0.7],
] as const;
const COUNTS = { K: 3, L: 5 };

it("the typed formulas call every function there is", () => {
  const unused = Object.keys(FUNCTIONS).filter((name) => !TYPED.some((text) => text.includes(`${name}(`)));
  expect(unused).toEqual([]);
});

describe.skipIf(!HAS_NUMPY)(
  "typed losses, run by Python with real NumPy (skipped: NOT run where it is missing)",
  () => {
    it.each(["numpy", "torch"] as const)("in %s are what their programs compute", (dialect) => {
      const all = TYPED.map((text) => {
        const loss = typedLoss(text);
        const gradient = loss.detaches ? "detached" : "attached";
        const code = pythonCode(loss, {}, { dialect, gradient }) ?? "";
        return { text, loss, gradient, code } as const;
      });
      const results = runPython(all.map(({ code }) => ({ code, dialect, points: POINTS, keywords: COUNTS })));
      all.forEach(({ text, loss, gradient }, i) => {
        const program = compileLoss(loss, {}, gradient, ["value", "dSp", "dSn"]);
        const { at } = bindProgram(program, parameterNumbers(loss, {}), COUNTS);
        POINTS.forEach(([sp, sn], k) => {
          const point = at(sp, sn);
          const where = `of ${text} at (${sp}, ${sn})`;
          expectClose(results[i][0][k], point.value, 1e-11, 1e-3, `value ${where}`);
          expectClose(results[i][1][k], point.dSp, 1e-11, 1e-3, `dSp ${where}`);
          expectClose(results[i][2][k], point.dSn, 1e-11, 1e-3, `dSn ${where}`);
        });
      });
    });

    it("takes parameters by name, other than those it was made with", () => {
      const { loss } = namedLoss("circle");
      const points = [[0.6, 0.45]] as const;
      const made =
        pythonCode(loss, { gamma: 8, margin: 0.4 }, { dialect: "numpy", gradient: "detached" }) ?? "";
      const [own, other] = runPython([
        { code: made, dialect: "numpy", points, keywords: {} },
        { code: codeOf("circle", "numpy"), dialect: "numpy", points, keywords: { gamma: 8, margin: 0.4 } },
      ]);
      expect(other).toEqual(own);
    });
  },
);
