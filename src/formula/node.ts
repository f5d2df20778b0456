import type { PrimitiveName } from "./primitives/table.ts";

/** A node of a graph: an expression in which equal parts are one and the same object. */
export type Node =
  | { readonly kind: "number"; readonly id: number; readonly value: number }
  | { readonly kind: "name"; readonly id: number; readonly name: string }
  | CallNode;

export interface CallNode {
  readonly kind: "call";
  readonly id: number;
  readonly function: PrimitiveName;
  readonly args: readonly Node[];
}

/** What makes nodes. */
export interface Builder {
  /** Names that never are zero or negative. */
  readonly positive: ReadonlySet<string>;
  number(value: number): Node;
  name(name: string): Node;
  call(name: PrimitiveName, ...args: readonly Node[]): Node;
  raw(name: PrimitiveName, args: readonly Node[]): Node;
}

export const isNumber = (node: Node, value?: number): boolean =>
  node.kind === "number" && (value === undefined || node.value === value);

/** The arguments of a call to `name`; undefined for anything else. */
export const argsOf = (node: Node, name: PrimitiveName): readonly Node[] | undefined =>
  node.kind === "call" && node.function === name ? node.args : undefined;
