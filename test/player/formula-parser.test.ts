import { create as createMathjs, parseDependencies } from "mathjs/number";
import { describe, expect, it } from "vitest";
import { LOSSES } from "../../src/losses/index.ts";
import { completeParams } from "../../src/losses/params.ts";
import { create } from "../../src/player/formula-parser.ts";
import { fc } from "../numerics/seeded.ts";

const theirs = createMathjs(parseDependencies).parse;
const ours = create().parse;

const KEYS = ["op", "args", "params", "content", "condition", "trueExpr", "falseExpr"] as const;

/** What `TreeReader` sees of a tree. */
function seen(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(seen);
  if (typeof node !== "object" || node === null) return node;
  const parts = node as Record<string, unknown>;
  // the comparisons of a chain have other names in mathjs' nodes, which nobody reads
  const known = KEYS.flatMap((key) => (parts[key] === undefined ? [] : [[key, seen(parts[key])]]));
  return { type: parts.type, ...Object.fromEntries(known) };
}

const result = (parse: (text: string) => unknown, text: string): unknown => {
  try {
    return seen(parse(text));
  } catch {
    return "refused";
  }
};

const same = (text: string): void => {
  expect(result(ours, text), text).toEqual(result(theirs, text));
};

/** Text as `formula/parse.ts` hands it over: all names are x. */
const anonymous = (text: string): string => text.replace(/[A-Za-z_]\w*/g, "x ");

describe("the parser of the players", () => {
  it("makes mathjs' trees of the formulas of the catalogue", () => {
    const texts = LOSSES.flatMap((loss) => {
      const found = JSON.stringify(loss.formula(completeParams(loss.params, {})));
      return [...found.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => anonymous(text));
    });
    expect(texts.length).toBeGreaterThan(300);
    for (const text of texts) if (!/[{}:[\]]/.test(text) || text.includes("?")) same(text);
  });

  it.each([
    "- 2 ^ - 2",
    "2 ^ 3 ^ 2",
    "- - x",
    "x - x - x",
    "x / x * x",
    "x < x ? x : x",
    "x < x < x",
    "x ( x , ( x + 1 ) ) ^ 2",
    "x ? x : x ? x : x",
    "x + x < x * x",
    "1e-3 * .5 + 2.",
    "x ( )",
    "+ x",
    "2 * - x",
    "( x",
    "x +",
    "x ^",
    ") x",
    "x ? x",
    "x ( x",
    "* x",
    "x , x",
  ])("takes or refuses %s as mathjs does", same);

  it("makes the same tree of formulas by the thousand", () => {
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom("x ", "2 ", "0.5 ", "1e-3 "),
        fc
          .tuple(tie("expression"), fc.constantFrom("+ ", "- ", "* ", "/ ", "^ "), tie("expression"))
          .map((p) => p.join("")),
        fc.tuple(fc.constantFrom("- ", "+ "), tie("expression")).map((p) => p.join("")),
        tie("expression").map((inner) => `( ${inner}) `),
        tie("expression").map((inner) => `x ( ${inner}, x ) `),
        fc
          .tuple(
            tie("expression"),
            fc.constantFrom("< ", "<= ", "> ", ">= "),
            tie("expression"),
            tie("expression"),
          )
          .map(([a, sign, b, c]) => `( ${a}${sign}${b}? ${c}: ${a}) `),
      ),
    }));
    fc.assert(fc.property(expression, same), { numRuns: 3000 });
  });
});
