import { readFileSync } from "node:fs";
import { parseSync } from "vite";
import { sourceFiles } from "../../architecture/files.ts";
import { edgesOf } from "../../architecture/imports.ts";

/** What the explorer and its workers load, at once or later; of its own texts nothing. */
export function filesOfPage(): string[] {
  const files = new Map(sourceFiles().map((file) => [file.path, file]));
  const found = new Set<string>();
  const visit = (path: string): void => {
    const file = files.get(path);
    if (file === undefined || found.has(path) || path.startsWith("src/app/words/")) return;
    found.add(path);
    for (const { to } of edgesOf(file)) if (to !== undefined) visit(to);
  };
  visit("src/app/main.ts");
  return [...found].toSorted();
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function* within(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value])
      if (isNode(each)) yield* within(each);
}

/** A message of a file, its holes filled with numbers that occur in it once. */
export interface Message {
  readonly path: string;
  readonly text: string;
}

/** What refuses an input, or says why there is no GPU. An error of any other class is a fault of the page. */
const BUILDERS = new Set(["InputError", "FormulaError", "UnknownNameError", "GpuUnavailable", "refused"]);
/** Where it is a browser that cannot do what was asked. */
const OF_BROWSERS = new Set([
  "src/app/view/raster.ts",
  "src/export/motion/video-browser.ts",
  "src/export/platform-browser.ts",
]);

/** What stands in holes that take a few words only, by file and expression. Any other hole takes what it is given. */
const FILLERS: Readonly<Record<string, string>> = {
  "src/export/recipe/read.ts KIND_NAMES[kind]": "a PNG",
  "src/export/recipe/read.ts error.message": "the PNG is cut off",
  "src/export/recipe/versions.ts error.message": "the PNG is cut off",
  "src/figures/tex/typesetting.ts problem": "Missing close brace",
  "src/formula/formula-error.ts what": "a second loss; expected one",
  "src/formula/scan.ts kind": "number",
  "src/formula/source.ts as": "coupling",
  "src/spec/curves-checks.ts draw.side": "positive",
  "src/spec/curves-checks.ts member.side": "positive",
  "src/spec/entries.ts of": "points",
  "src/spec/pairs.ts among": "samples",
  "src/spec/pairs.ts path": "anchor",
  "src/spec/parse.ts (error as Error).message": "Unexpected end of JSON input",
  "src/spec/parse.ts message ?? issue.message": "expected an object",
};
/** Reasons that the page shows nobody. */
const REASONS = /^(?:adapter|software|lost|memory|shader|failed)$/;

function parsed(path: string): { readonly source: string; readonly nodes: readonly Node[] } {
  const source = readFileSync(path, "utf8");
  return { source, nodes: [...within(parseSync(path, source).program as unknown as Node)] };
}

/** What MathJax says of TeX, in one of its files. */
export function texErrorsIn(path: string): string[] {
  const { nodes } = parsed(path);
  const texts = new Texts(nodes, () => undefined);
  const pairs = nodes.flatMap(({ type, callee, arguments: given, elements }) =>
    type === "NewExpression" && (callee as Node)["name"] === "TexError"
      ? [given as Node[]]
      : type === "ArrayExpression"
        ? [elements as Node[]]
        : [],
  );
  // a name of the error, then what it says
  return pairs
    .filter(([id, said]) => said && texts.of(id).some((text) => /^[A-Z][a-z]+[A-Z][A-Za-z0-9]+$/.test(text)))
    .flatMap(([, said]) => texts.of(said))
    .filter((text) => text.includes(" "))
    .map((text) => text.replaceAll(/%(\d)/g, "700$1"));
}

/** Every text that a file gives to an error, for every way its conditions go. */
export function messagesIn(path: string): Message[] {
  const { source, nodes } = parsed(path);
  const texts = new Texts(nodes, (node) => FILLERS[`${path} ${source.slice(node.start, node.end)}`]);
  const said = nodes.flatMap((node) => {
    if (node.type === "NewExpression" || node.type === "CallExpression") {
      const callee = node["callee"] as Node;
      const name = callee.type === "Super" ? "super" : String(callee["name"]);
      const given = (node["arguments"] as Node[]).map((argument) => texts.of(argument));
      // who calls it says what is unknown
      if (name === "unknownName") return given[0].flatMap(unknown);
      if (path === "src/losses/errors.ts") return [];
      const isOfBrowser = name === "Error" && OF_BROWSERS.has(path);
      if (isOfBrowser || BUILDERS.has(name) || (name === "super" && source.includes("extends InputError")))
        return given.flat().filter((text) => !REASONS.test(text));
    }
    // what a schema says of itself, and what is put into a sentence elsewhere
    return texts.of(node).filter((text) => /^expected [^)]/.test(text));
  });
  return [...new Set(said)].map((text) => ({ path, text }));
}

const unknown = (kind: string): string[] => [
  `unknown ${kind}: 8001; did you mean 8002?`,
  `unknown ${kind}: 8001; expected 8002`,
  `unknown ${kind}: 8001; expected none`,
  `unknown ${kind}: 8001; expected one of 8002, 8003`,
  `unknown ${kind}: 8001; expected one of 8002, 8003 … (8004 in all)`,
];

/** The texts that an expression can have. */
class Texts {
  readonly #named = new Map<string, Node[]>();
  #next = 7001;

  constructor(
    nodes: readonly Node[],
    private readonly fillerOf: (node: Node) => string | undefined,
  ) {
    for (const node of nodes) {
      if (node.type !== "VariableDeclarator" || !isNode(node["init"])) continue;
      const name = (node["id"] as Node)["name"];
      if (typeof name === "string") this.#named.set(name, [...(this.#named.get(name) ?? []), node["init"]]);
    }
  }

  /** Nothing where the expression is no text as far as it says itself. */
  of(node: Node, depth = 0): string[] {
    if (depth > 8) return [];
    if (depth === 0) this.#next = 7001;
    const filler = this.fillerOf(node);
    if (filler !== undefined) return [filler];
    const inner = (each: unknown): string[] => (isNode(each) ? this.of(each, depth + 1) : []);
    switch (node.type) {
      case "Literal":
        return typeof node["value"] === "string" && node["value"] !== "" ? [node["value"]] : [];
      case "TemplateLiteral": {
        const quasis = (node["quasis"] as { value: { cooked: string | null; raw: string } }[]).map(
          ({ value }) => value.cooked ?? value.raw,
        );
        return (node["expressions"] as Node[]).reduce<string[]>(
          (texts, expression, i) => {
            const parts = inner(expression);
            const filled = parts.length > 0 ? parts : [String(this.#next++)];
            return texts.flatMap((text) => filled.map((part) => text + part + quasis[i + 1]));
          },
          [quasis[0]],
        );
      }
      case "ConditionalExpression":
        return [...inner(node["consequent"]), ...inner(node["alternate"])];
      case "LogicalExpression":
        return [...inner(node["left"]), ...inner(node["right"])];
      case "BinaryExpression": {
        if (node["operator"] !== "+") return [];
        const [left, right] = [inner(node["left"]), inner(node["right"])];
        return left.flatMap((one) => right.map((other) => one + other));
      }
      case "Identifier":
        return (this.#named.get(node["name"] as string) ?? []).flatMap(inner);
      case "CallExpression": {
        const name = (node["callee"] as Node)["name"];
        const made = typeof name === "string" ? (this.#named.get(name) ?? []) : [];
        return made.flatMap((each) => (each.type === "ArrowFunctionExpression" ? inner(each["body"]) : []));
      }
      case "ParenthesizedExpression":
      case "TSAsExpression":
        return inner(node["expression"]);
      default:
        return [];
    }
  }
}
