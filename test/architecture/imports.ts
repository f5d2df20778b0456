import { posix } from "node:path";
import { mask } from "./mask.ts";

/** `path` is relative to the repository, with `/`. */
export interface SourceFile {
  path: string;
  text: string;
}

export interface Edge {
  from: string;
  line: number;
  /** As written. */
  specifier: string;
  /** The path meant by a relative specifier; undefined for a package. */
  to: string | undefined;
  /** The address of a worker or an asset, not an import. */
  address: boolean;
}

const FROM = /\bfrom\s*(["'])/g;
const BARE = /\bimport\s*(["'])/g;
const DYNAMIC = /\bimport\s*\(\s*(\S)/g;
const ADDRESS = /\bnew\s+URL\s*\(\s*(["'`])/g;
const GLOB = /\bimport\.meta\.glob\b/g;

export const lineOf = (text: string, at: number) => text.slice(0, at).split("\n").length;

/** Every import, export-from, dynamic import and relative `new URL(…)` of one file. */
export function edgesOf({ path, text }: SourceFile): Edge[] {
  const masked = mask(text);
  const edges: Edge[] = [];

  const add = (quoteAt: number, { address = false }: { address?: boolean } = {}) => {
    const quote = masked[quoteAt] ?? "";
    const end = masked.indexOf(quote, quoteAt + 1);
    const readable = /["'`]/.test(quote) && !masked.slice(quoteAt, end).includes("${");
    const specifier = readable ? text.slice(quoteAt + 1, end) : "";
    if (address && !specifier.startsWith(".")) return;
    const file = specifier.replace(/[?#].*$/, "");
    const to = specifier.startsWith(".") ? posix.join(posix.dirname(path), file) : undefined;
    edges.push({ from: path, line: lineOf(text, quoteAt), specifier, to, address });
  };

  for (const { index, 0: match } of masked.matchAll(FROM)) {
    add(index + match.length - 1);
  }
  for (const { index, 0: match } of masked.matchAll(BARE)) add(index + match.length - 1);
  for (const { index, 0: match } of masked.matchAll(DYNAMIC)) add(index + match.length - 1);
  for (const { index, 0: match } of masked.matchAll(ADDRESS)) {
    add(index + match.length - 1, { address: true });
  }
  for (const { index } of masked.matchAll(GLOB)) add(index);
  return edges.toSorted((a, b) => a.line - b.line);
}
