import { isConstant } from "./angles.ts";
import type { Expression } from "./expression.ts";
import type { CallNode, Node } from "./node.ts";
import { type Dialect, PYTHON } from "./primitives/python.ts";
import { NUMBER_CALLS } from "./primitives/torch.ts";
import type { PythonNames } from "./python-names.ts";
import { namedParts } from "./shared.ts";

interface Piece {
  readonly text: string;
  /** As in Python's grammar: 1 conditional, 2 comparison, 3 sum, 4 product, 5 sign, 6 power, 7 atom. */
  readonly level: number;
}

const SIGNS: Readonly<Record<string, readonly [sign: string, level: number]>> = {
  add: ["+", 3],
  subtract: ["-", 3],
  multiply: ["*", 4],
  divide: ["/", 4],
  less: ["<", 2],
  lessEqual: ["<=", 2],
  greater: [">", 2],
  greaterEqual: [">=", 2],
};

/** A line grows no longer than about this before a part of it becomes a line of its own. */
const LONGEST_LINE = 72;
/** Arithmetic is worth a name of its own from this many nodes on, a function call always. */
const SHORTEST_SUM = 3;

const ARITHMETIC: readonly string[] = ["add", "subtract", "multiply", "divide", "negate"];
/** What raises an error for some plain numbers, so that it must not leave the conditional that guards it. */
const PARTIAL: readonly string[] = [
  "divide",
  "log",
  "log1p",
  "sqrt",
  "power",
  "asin",
  "acos",
  "exp",
  "expm1",
];

/** Writes nodes as Python, shared and long parts as assignments before them. */
export class PythonWriter {
  readonly lines: string[] = [];
  readonly #locals = new Map<Node, string>();
  #count = 0;

  /**
   * `symbols` are the identifiers of inputs and parameters, `notation` the names of parts that have one. `roots` are
   * all nodes that will be written.
   */
  constructor(
    private readonly dialect: Dialect,
    private readonly names: PythonNames,
    private readonly symbols: ReadonlyMap<string, string>,
    private readonly notation: ReadonlyMap<Expression, string>,
    roots: readonly Node[],
  ) {
    const longest = (each: Expression & { kind: "call" }): number =>
      ARITHMETIC.includes(each.function) ? SHORTEST_SUM : 1;
    this.#named = new Set(namedParts(roots, notation, longest));
  }
  readonly #named: ReadonlySet<Expression>;

  /** The text of a node; puts the lines that it needs before it into `lines`. */
  text(node: Node): string {
    return this.#piece(node).text;
  }

  #piece(node: Node): Piece {
    const local = this.#locals.get(node);
    if (local !== undefined) return { text: local, level: 7 };
    if (node.kind === "name") return { text: this.symbols.get(node.name) ?? node.name, level: 7 };
    if (node.kind === "number") return { text: floatText(node.value), level: node.value < 0 ? 5 : 7 };
    const piece = this.#call(node);
    const isLong = piece.text.length > LONGEST_LINE;
    if (piece.level === 2 || !(this.#named.has(node) || isLong) || !mayMove(node)) return piece;
    const wanted = this.notation.get(node)?.toLowerCase();
    const name = this.names.unused(wanted ?? `t${++this.#count}`);
    this.lines.push(`${name} = ${piece.text}`);
    this.#locals.set(node, name);
    return { text: name, level: 7 };
  }

  #at(node: Node, level: number): string {
    const piece = this.#piece(node);
    return piece.level < level ? `(${piece.text})` : piece.text;
  }

  #call(node: CallNode): Piece {
    const { function: name, args } = node;
    const [a, b, c] = args;
    if (name === "negate") return { text: `-${this.#at(a, 5)}`, level: 5 };
    // one text of a part that counts as used once (`shared.ts`)
    if (name === "add" && a === b) return { text: `2.0 * ${this.#at(a, 5)}`, level: 4 };
    if (name === "multiply" && a === b) return { text: `${this.#at(a, 7)} ** 2`, level: 6 };
    if (Object.hasOwn(SIGNS, name)) {
      const [sign, level] = SIGNS[name];
      const right = name === "add" || level === 2 ? level + (level === 2 ? 1 : 0) : level + 1;
      return { text: `${this.#at(a, level === 2 ? 3 : level)} ${sign} ${this.#at(b, right)}`, level };
    }
    if (name === "select" && isConstant(a))
      return { text: `${this.#at(b, 2)} if ${this.#at(a, 2)} else ${this.#at(c, 1)}`, level: 1 };
    return { text: this.#function(node), level: 7 };
  }

  #function(node: CallNode): string {
    const { function: name, args } = node;
    const texts = args.map((arg) => this.#at(arg, name === "detach" ? 7 : 1));
    if (this.dialect === "numpy") return filled(PYTHON.numpy.calls[name], texts);
    const plain = NUMBER_CALLS[name];
    if (isConstant(node))
      return plain
        ? filled(plain, texts)
        : `${filled(
            PYTHON.torch.calls[name],
            texts.map((each) => `torch.tensor(${each}, dtype=torch.float64)`),
          )}.item()`;
    const asTensor = (i: number): string => (isConstant(args[i]) ? `s_p.new_tensor(${texts[i]})` : texts[i]);
    const both = name === "select" && isConstant(args[1]) && isConstant(args[2]);
    const given = texts.map((each, i) =>
      name === "logAddExp" || (name === "clamp" && i === 0) || (both && i > 0) ? asTensor(i) : each,
    );
    return filled(PYTHON.torch.calls[name], given);
  }
}

function filled(template: string | undefined, args: readonly string[]): string {
  if (template === undefined) throw new Error("primitive without Python");
  return template.replace(/\{(\d)\}/g, (_, i: string) => args[Number(i)]);
}

/** As a float, so that no two of them are divided or raised as integers. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return `float("${Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf"}")`;
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** Numbers are computed where they stand if a conditional may have to keep Python from computing them. */
function mayMove(node: CallNode): boolean {
  const isRisky = (each: Node): boolean =>
    each.kind === "call" &&
    each.function !== "select" &&
    (PARTIAL.includes(each.function) || each.args.some(isRisky));
  return !isConstant(node) || !isRisky(node);
}
