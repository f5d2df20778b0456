import { type Expression, isVariadic, VARIADIC } from "./expression.ts";
import { fold } from "./fold.ts";
import type { Builder, Node } from "./node.ts";
import { type PrimitiveName, PRIMITIVES } from "./primitives/table.ts";

/** Makes nodes: each different one once, constants folded, stable primitives recognised (`fold.ts`). */
export class Graph implements Builder {
  readonly #nodes = new Map<string, Node>();

  /** `positive` lists the names that never are zero or negative: counts, and parameters by their legal range. */
  constructor(readonly positive: ReadonlySet<string> = new Set(["K", "L"])) {}

  number(value: number): Node {
    return this.#once(`#${Object.is(value, -0) ? "-0" : value}`, (id) => ({ kind: "number", id, value }));
  }

  name(name: string): Node {
    return this.#once(`$${name}`, (id) => ({ kind: "name", id, name }));
  }

  call(name: PrimitiveName, ...args: readonly Node[]): Node {
    if (name !== "detach" && args.every((arg) => arg.kind === "number")) {
      const [a, b, c] = args.map((arg) => (arg.kind === "number" ? arg.value : NaN));
      const value = (PRIMITIVES[name] as (a: number, b: number, c: number) => number)(a, b, c);
      if (Number.isFinite(value)) return this.number(value);
    }
    return fold(this, name, args) ?? this.raw(name, args);
  }

  /** The call as it is, shared but not folded. */
  raw(name: PrimitiveName, args: readonly Node[]): Node {
    const ids = args.map(({ id }) => id);
    if (name === "add" || name === "multiply") ids.sort((a, b) => a - b);
    return this.#once(`${name}(${ids.join()})`, (id) => ({ kind: "call", id, function: name, args }));
  }

  /** An expression's node, with `bindings` in place of its names. */
  intern(expression: Expression, bindings: ReadonlyMap<string, Node> = new Map()): Node {
    const done = new Map<Expression, Node>();
    const visit = (each: Expression): Node => {
      const known = done.get(each);
      if (known !== undefined) return known;
      const node = this.#interned(each, bindings, visit);
      done.set(each, node);
      return node;
    };
    return visit(expression);
  }

  #interned(
    expression: Expression,
    bindings: ReadonlyMap<string, Node>,
    visit: (each: Expression) => Node,
  ): Node {
    if (expression.kind === "number") return this.number(expression.value);
    if (expression.kind === "name") return bindings.get(expression.name) ?? this.name(expression.name);
    const args = expression.args.map(visit);
    const name = expression.function;
    if (!isVariadic(name)) return this.call(name, ...args);
    return args.reduce((a, b) => this.call(VARIADIC[name], a, b));
  }

  #once(key: string, make: (id: number) => Node): Node {
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const node = make(this.#nodes.size);
    this.#nodes.set(key, node);
    return node;
  }
}
