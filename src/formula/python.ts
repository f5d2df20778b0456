import { completeParams, type Params } from "../losses/params.ts";
import type { GradientMode, Loss } from "../losses/types.ts";
import { outputNodes } from "./compile.ts";
import { attached } from "./derive.ts";
import { namesIn, sizeOf } from "./expression.ts";
import { lossGraph } from "./loss-graph.ts";
import type { Node } from "./node.ts";
import { type Dialect, helpersFor } from "./primitives/python.ts";
import { PythonNames } from "./python-names.ts";
import { floatText, PythonWriter } from "./python-writer.ts";

export interface PythonOptions {
  /** `torch`: the value, autograd does the rest. `numpy`: value and both partial derivatives. */
  readonly dialect: Dialect;
  /** `detached` holds constant what published code does. */
  readonly gradient: GradientMode;
}

/** A transform of fewer nodes, like γs, is hardly longer than its name. */
const SHORTEST_TRANSFORM = 3;

/**
 * A Python module with `loss(s_p, s_n, <parameters>, K=1, L=1)` over tensors or arrays, the given parameters as
 * defaults. Throws `FormulaError`, and `InputError` for parameters
 * that are not legal.
 */
export function pythonCode(loss: Loss, params: Params, options: PythonOptions): string {
  const given = completeParams(loss.params, params);
  const { graph, nodes, notation: known } = lossGraph(loss, given);
  const fixed = fixedParams(loss, given);
  const bindings = new Map(fixed.map((id) => [id, graph.number(Number(given[id]))]));
  const bound = (node: Node): Node => graph.intern(node, bindings);
  const output = outputNodes(graph, nodes, options.gradient);
  const value = options.gradient === "attached" ? attached(graph, nodes.value) : nodes.value;
  const roots = (options.dialect === "torch" ? [value] : [output("value"), output("dSp"), output("dSn")]).map(
    bound,
  );

  const names = new PythonNames();
  const used = new Set(roots.flatMap((root) => [...namesIn(root)]));
  const free = Object.keys(loss.params).filter((id) => used.has(id));
  const symbols = new Map(free.map((id) => [id, names.unused(id)]));
  const notation = new Map(
    [...known]
      .filter(([node, name]) => name.startsWith("z") || sizeOf(node) > SHORTEST_TRANSFORM)
      .map(([node, name]) => [bound(node), name]),
  );
  const writer = new PythonWriter(options.dialect, names, symbols, notation, roots);
  const texts = roots.map((root) => writer.text(root));

  const defaults = free.map((id) => `${symbols.get(id)}=${floatText(Number(given[id]))}`);
  const signature = `def loss(s_p, s_n, ${[...defaults, "K=1", "L=1"].join(", ")}):`;
  const body = (options.dialect === "torch" ? torchBody : numpyBody)(writer.lines, texts);
  const helpers = helpersFor(options.dialect, body.join("\n"));
  const needsMath = /\bmath\./.test(body.join("\n"));
  const imports = [...(needsMath ? ["import math", ""] : []), IMPORTS[options.dialect]];
  const chosen = Object.entries(given)
    .filter(([id, each]) => fixed.includes(id) || typeof each === "string")
    .map(([id, each]) => `${id} = ${each}`);
  const blocks = [
    [...header(loss, options, chosen), "", ...imports],
    ...helpers.map((text) => [text]),
    [
      ...(options.dialect === "numpy" ? ['@np.errstate(all="ignore")'] : []),
      signature,
      ...body.map(indented),
    ],
    EXAMPLES[options.dialect],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n\n")}\n`;
}

const IMPORTS: Readonly<Record<Dialect, string>> = { torch: "import torch", numpy: "import numpy as np" };

const indented = (line: string): string => (line === "" ? "" : `    ${line}`);

function header(loss: Loss, { dialect, gradient }: PythonOptions, chosen: readonly string[]): string[] {
  const mode = loss.detaches
    ? [
        gradient === "detached"
          ? "Weights are held constant in the gradient, as in the published code."
          : "The gradient is the full derivative, weights included.",
      ]
    : [];
  return [
    `"""${plain(loss.name)} on the plane: s_p is the similarity to K positives, s_n to L negatives.`,
    "",
    dialect === "torch"
      ? "s_p and s_n are tensors that broadcast; autograd gives the gradient."
      : "s_p and s_n are numbers or arrays that broadcast.",
    ...mode,
    ...(chosen.length > 0 ? [`Made for ${plain(chosen.join(", "))}.`] : []),
    '"""',
  ];
}

/** Text for a comment: nothing in it can end the comment or a line. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N} .,:()+\-–=/_]/gu, "").slice(0, 200);

const numpyBody = (lines: readonly string[], [value, dSp, dSn]: readonly string[]): string[] => [
  '"""value, d value / d s_p, d value / d s_n"""',
  "s_p, s_n = np.asarray(s_p, dtype=float), np.asarray(s_n, dtype=float)",
  ...lines,
  `value = ${value}`,
  `d_sp = ${dSp}`,
  `d_sn = ${dSn}`,
  "zero = np.zeros(np.broadcast_shapes(s_p.shape, s_n.shape))",
  "return value + zero, d_sp + zero, d_sn + zero",
];

const torchBody = (lines: readonly string[], [value]: readonly string[]): string[] => [
  ...lines,
  `return ${value}`,
];

const EXAMPLES: Readonly<Record<Dialect, readonly string[]>> = {
  torch: [
    'if __name__ == "__main__":',
    "    s_p = torch.tensor(0.6, dtype=torch.float64, requires_grad=True)",
    "    s_n = torch.tensor(0.4, dtype=torch.float64, requires_grad=True)",
    "    value = loss(s_p, s_n)",
    "    d_sp, d_sn = torch.autograd.grad(value, (s_p, s_n), allow_unused=True)",
    "    print(value.item(), d_sp, d_sn)",
  ],
  numpy: ['if __name__ == "__main__":', "    print(*loss(0.6, 0.4))"],
};

/** Numeric parameters that shape the formula's text, not only the numbers in it: they cannot stay open. */
function fixedParams(loss: Loss, params: Params): string[] {
  const text = JSON.stringify(loss.formula(params));
  return Object.entries(loss.params).flatMap(([id, spec]) => {
    if (spec.kind !== "number") return [];
    const [low, high] = spec.slider;
    const middle = (low + high) / 2;
    const others = [spec.default, spec.min, spec.max, low, high, spec.whole ? Math.round(middle) : middle];
    const isOpen = others.every((value) => JSON.stringify(loss.formula({ ...params, [id]: value })) === text);
    return isOpen ? [] : [id];
  });
}
