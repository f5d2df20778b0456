import { type MathNode, parse } from "mathjs/number";
import type { ParamSpecs } from "../losses/params.ts";

/** Letter and TeX name, one after the other. */
const GREEK: ReadonlyMap<string, string> = new Map(
  "α alpha β beta γ gamma δ delta Δ Delta ε epsilon θ theta κ kappa λ lambda ν nu σ sigma τ tau φ varphi"
    .match(/\S+ \S+/g)
    ?.map((pair) => pair.split(" ") as [string, string]),
);

/** A parameter's symbol, as `O_p` or `|P⁺|`, in TeX. */
export function symbolTex(symbol: string): string {
  const spelled = Array.from(symbol, (letter) =>
    GREEK.has(letter) ? `\\${GREEK.get(letter)} ` : letter,
  ).join("");
  return spelled
    .replaceAll("⁺", "^{+}")
    .replace(/([_^])([^{\s\\]+|\\\w+ ?)/g, "$1{$2}")
    .trim();
}

/** Names that are not set as they are written. */
const KNOWN: Readonly<Record<string, string>> = {
  theta: "\\theta",
  theta_p: "\\theta_p",
  theta_n: "\\theta_n",
  pi: "\\pi",
};
const AS_WRITTEN = /^([sdKLz]|[sdz]_[pn])$/;

/** Functions with a name of their own in TeX; any other is set upright. */
const FUNCTIONS: Readonly<Record<string, (args: readonly string[]) => string>> = {
  relu: ([x]) => `\\left[${x}\\right]_{+}`,
  softplus: ([x]) => `\\operatorname{sp}\\left(${x}\\right)`,
  sigmoid: ([x]) => `\\sigma\\left(${x}\\right)`,
  exp: ([x]) => `e^{${x}}`,
  abs: ([x]) => `\\left|${x}\\right|`,
  log: ([x]) => `\\ln\\left(${x}\\right)`,
  log1p: ([x]) => `\\ln\\left(1+${x}\\right)`,
  sqrt: ([x]) => `\\sqrt{${x}}`,
  step: ([x]) => `\\mathbb{1}\\left[${x}>0\\right]`,
  ...Object.fromEntries(
    ["sin", "cos", "tan"].map((name) => [name, ([x]: readonly string[]) => `\\${name}\\left(${x}\\right)`]),
  ),
  ...Object.fromEntries(
    ["min", "max"].map((name) => [
      name,
      (args: readonly string[]) => `\\${name}\\left(${args.join(",\\,")}\\right)`,
    ]),
  ),
};

/** A formula of the catalogue as TeX, with the symbols of its parameters. Throws on text that is not a formula. */
export function formulaTex(formula: string, params: ParamSpecs): string {
  const names = new Map(Object.entries(params).map(([id, { symbol }]) => [id, symbolTex(symbol)]));
  return tex(parse(formula), names);
}

interface Parts {
  readonly op?: string;
  readonly fn?: { readonly name: string };
  readonly args?: readonly MathNode[];
  readonly name?: string;
  readonly value?: unknown;
  readonly content?: MathNode;
  readonly condition?: MathNode;
  readonly trueExpr?: MathNode;
  readonly falseExpr?: MathNode;
  readonly conditionals?: readonly string[];
  readonly params?: readonly MathNode[];
}

type Names = ReadonlyMap<string, string>;

function tex(node: MathNode | undefined, names: Names): string {
  if (node === undefined) return "";
  const parts = node as unknown as Parts;
  const inner = (each: MathNode | undefined): string => tex(each, names);
  switch (node.type) {
    case "ConstantNode":
      return numberTex(Number(parts.value));
    case "SymbolNode":
      return symbolNodeTex(parts.name ?? "", names);
    case "ParenthesisNode":
      return parts.content?.type === "ConditionalNode"
        ? inner(parts.content)
        : `\\left(${inner(parts.content)}\\right)`;
    case "FunctionNode":
      return functionTex(parts.fn?.name ?? "", (parts.args ?? []).map(inner));
    case "OperatorNode":
      return operatorTex(parts, names);
    case "ConditionalNode":
      return bracedTex(casesTex(node, names));
    default:
      throw new Error(`not a formula: ${node.type}`);
  }
}

function symbolNodeTex(name: string, names: Names): string {
  if (names.has(name)) return names.get(name) ?? name;
  if (Object.hasOwn(KNOWN, name)) return KNOWN[name];
  return AS_WRITTEN.test(name) ? name : `\\mathrm{${name}}`;
}

const RELATIONS: Readonly<Record<string, string>> = { ">=": "\\ge", "<=": "\\le", ">": ">", "<": "<" };

function operatorTex({ op = "", args = [] }: Parts, names: Names): string {
  const inner = (each: MathNode): string => tex(each, names);
  const bare = (each: MathNode): string =>
    each.type === "ParenthesisNode" ? inner((each as unknown as Parts).content ?? each) : inner(each);
  if (args.length === 1) return `-${inner(args[0])}`;
  const [a, b] = args;
  if (op === "/") return `\\frac{${bare(a)}}{${bare(b)}}`;
  if (op === "^") return `${isPower(a) ? powered(a, names) : `{${inner(a)}}`}^{${bare(b)}}`;
  if (op === "*") return `${inner(a)}${isNumber(b) ? " \\cdot " : "\\,"}${inner(b)}`;
  return `${inner(a)} ${RELATIONS[op] ?? op} ${inner(b)}`;
}

const isNumber = (node: MathNode): boolean => node.type === "ConstantNode";

/** cos(x)^2 and relu(x)^2 keep their brackets; nothing else needs any. */
const isPower = (node: MathNode): boolean => node.type === "FunctionNode";
const powered = (node: MathNode, names: Names): string => tex(node, names);

const functionTex = (name: string, args: readonly string[]): string =>
  Object.hasOwn(FUNCTIONS, name)
    ? FUNCTIONS[name](args)
    : `\\operatorname{${name}}\\left(${args.join(",\\,")}\\right)`;

const MOST_BRACED = 3;

/** A brace over a few rows; over more, a rule: KaTeX draws tall braces with inline styles, which the page forbids. */
function bracedTex(rows: readonly string[]): string {
  const body = rows.join(" \\\\ ");
  return rows.length <= MOST_BRACED
    ? `\\begin{cases}${body}\\end{cases}`
    : `\\begin{array}{|ll}${body}\\end{array}`;
}

/** Nested conditionals as rows. */
function casesTex(node: MathNode, names: Names): string[] {
  const { condition, trueExpr, falseExpr } = node as unknown as Parts;
  const rest =
    falseExpr?.type === "ConditionalNode"
      ? casesTex(falseExpr, names)
      : [`${tex(falseExpr, names)} & \\text{else}`];
  return [`${tex(trueExpr, names)} & ${tex(condition, names)}`, ...rest];
}

const numberTex = (x: number): string => {
  const text = String(Number(x.toPrecision(6)));
  return text.includes("e") ? text.replace(/e\+?(-?\d+)/, " \\cdot 10^{$1}") : text;
};
