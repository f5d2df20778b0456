import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { outputNodes } from "../../src/formula/compile.ts";
import { bindProgram } from "../../src/formula/evaluate.ts";
import { depthOf, type Expression, namesIn, sizeOf } from "../../src/formula/expression.ts";
import { FormulaError } from "../../src/formula/formula-error.ts";
import { FUNCTIONS, LIMITS } from "../../src/formula/language.ts";
import { parseExpression } from "../../src/formula/parse.ts";
import { planeNodes } from "../../src/formula/plane-nodes.ts";
import type { Output } from "../../src/formula/program.ts";
import { readSource } from "../../src/formula/source.ts";
import { programOf } from "../../src/formula/steps.ts";
import { fc } from "../numerics/seeded.ts";
import { HOSTILE } from "./support/hostile.ts";
import { LEGAL_TOKENS, mutated, sequence, TOKENS } from "./support/mutations.ts";
import { newGraph } from "./support/nodes.ts";
import { COUNTS, NAMES, PARAMETERS } from "./support/oracle.ts";
import { detachedText, drawn, legalText } from "./support/trees.ts";

const OPERATORS = ["add", "subtract", "multiply", "divide", "negate", "power", "select"];
const COMPARISONS = ["less", "lessEqual", "greater", "greaterEqual"];
const WHITELIST = new Set([...Object.keys(FUNCTIONS), ...OPERATORS, ...COMPARISONS]);
const OUTPUTS: readonly Output[] = ["value", "logValue", "z", "dSp", "dSn", "paceRatio", "curl", "curvature"];
/** Generous: other work may share the machine. */
const LONGEST_MS = 1000;
/** Steps of a program with both partials and their curl, for every operation of its formula (and a few for none). */
const MOST_STEPS = { each: 80, more: 100 };

class Tally {
  refused = 0;
  accepted = 0;
  slowest = 0;
  steps = 0;

  toString(): string {
    const { refused, accepted, slowest, steps } = this;
    return (
      `${refused + accepted} texts: ${refused} refused, ${accepted} accepted, ` +
      `slowest ${slowest.toFixed(0)} ms, longest program ${steps} steps`
    );
  }
}

const shortened = (text: string): string =>
  JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);

function expectRefusal(error: unknown, text: string): void {
  if (!(error instanceof FormulaError)) throw new Error(`${String(error)} for ${shortened(text)}`);
  const { what, place, message } = error;
  expect(what, shortened(text)).toMatch(/; (?:expected \S|did you mean \S)/);
  expect(message.length, shortened(text)).toBeLessThan(700);
  const { line, column, length } = place;
  const lines = text.split("\n");
  expect(line >= 1 && line <= lines.length, `line ${line} of ${shortened(text)}`).toBe(true);
  const end = Math.max(lines[line - 1].length, line < lines.length || lines[line - 1] === "" ? 1 : 0);
  const isWithin = column >= 1 && length >= 1 && column + length - 1 <= end;
  expect(isWithin, `column ${column}, length ${length} in ${shortened(text)}`).toBe(true);
}

/** What there is in an expression that no formula has. */
function* strangers(expression: Expression): Generator<unknown> {
  if (expression.kind === "number" && !Number.isFinite(expression.value)) yield expression.value;
  if (expression.kind !== "call") return;
  if (!WHITELIST.has(expression.function)) yield expression.function;
  for (const arg of expression.args) yield* strangers(arg);
}

function expectLegal(expression: Expression, text: string): void {
  const strange = [
    ...strangers(expression),
    ...[...namesIn(expression)].filter((name) => !NAMES.includes(name)),
  ];
  expect(strange, shortened(text)).toEqual([]);
  expect(sizeOf(expression)).toBeLessThanOrEqual(LIMITS.nodes);
  expect(depthOf(expression)).toBeLessThanOrEqual(LIMITS.depth);
}

/** Everything that a typed loss goes through, up to numbers. */
function compiled(text: string): number {
  const graph = newGraph();
  const nodes = planeNodes(graph, { coupling: "pointwise", plane: text }, Object.keys(PARAMETERS));
  if (nodes === undefined) throw new Error("no nodes");
  let longest = 0;
  for (const mode of ["attached", "detached"] as const) {
    const made = outputNodes(graph, nodes, mode);
    const program = programOf(Object.fromEntries(OUTPUTS.map((output) => [output, made(output)])));
    bindProgram(program, PARAMETERS, COUNTS).at(0.3, -0.4);
    longest = Math.max(longest, program.steps.length);
  }
  return longest;
}

function attempt(text: string, tally: Tally): void {
  const start = performance.now();
  let expression: Expression | undefined;
  try {
    expression = parseExpression(text, NAMES);
  } catch (error) {
    expectRefusal(error, text);
  }
  if (expression) {
    const steps = compiled(text);
    tally.steps = Math.max(tally.steps, steps);
    expect(steps, shortened(text)).toBeLessThan(MOST_STEPS.each * sizeOf(expression) + MOST_STEPS.more);
  }
  const took = performance.now() - start;
  tally.slowest = Math.max(tally.slowest, took);
  tally[expression ? "accepted" : "refused"]++;
  expect(took, shortened(text)).toBeLessThan(LONGEST_MS);
  if (expression) expectLegal(expression, text);
}

/** The same text as a loss with declarations, which has a grammar of its own around the formulas. */
function attemptSource(text: string): void {
  try {
    readSource(text);
  } catch (error) {
    expectRefusal(error, text);
  }
}

const SHARED = [Object, Array, Function, String, Number, RegExp, Promise, Map].map((each) => each.prototype);
const keysOf = (): string[][] =>
  [globalThis, Math, JSON, ...SHARED].map((each) => Reflect.ownKeys(each).map(String));

let calls = 0;
let before: string[][] = [];
const holder = globalThis as { trap?: () => number };

beforeAll(() => {
  holder.trap = () => calls++;
  before = keysOf();
});

afterAll(() => {
  delete holder.trap;
});

const everything = new Tally();

function attemptAll(title: string, texts: readonly string[]): Tally {
  const tally = new Tally();
  for (const text of texts) {
    attempt(text, tally);
    attemptSource(text);
  }
  everything.refused += tally.refused;
  everything.accepted += tally.accepted;
  everything.slowest = Math.max(everything.slowest, tally.slowest);
  everything.steps = Math.max(everything.steps, tally.steps);
  console.log(`fuzz, ${title}: ${String(tally)}`);
  return tally;
}

describe("a hostile text is refused in its place, or is a small formula", { timeout: 60_000 }, () => {
  it.each(Object.keys(HOSTILE))("%s", (kind) => {
    attemptAll(kind, HOSTILE[kind]);
  });

  it("ways out and statements are all refused", () => {
    const accepted = [...HOSTILE["ways out of a sandbox"], ...HOSTILE.statements].filter((text) => {
      try {
        parseExpression(text, NAMES);
        return true;
      } catch {
        return false;
      }
    });
    expect(accepted).toEqual([]);
  });
});

describe("a random text", { timeout: 60_000 }, () => {
  it("of tokens, legal and not", () => {
    attemptAll("tokens", drawn(sequence(TOKENS, 40), 4000, 1));
  });

  it("of legal tokens", () => {
    const { accepted } = attemptAll("legal tokens", drawn(sequence(LEGAL_TOKENS, 8), 6000, 2));
    expect(accepted).toBeGreaterThan(50);
  });

  it("of any characters", () => {
    attemptAll("characters", drawn(fc.string({ unit: "binary", maxLength: 60 }), 2000, 3));
    attemptAll("graphemes", drawn(fc.string({ unit: "grapheme", maxLength: 60 }), 2000, 4));
  });

  it("that was legal before a few changes", () => {
    const { accepted, refused } = attemptAll("changed texts", drawn(mutated, 5000, 5));
    expect(accepted).toBeGreaterThan(200);
    expect(refused).toBeGreaterThan(1000);
  });

  it("that is legal is accepted, unless it is too long", () => {
    const texts = [...drawn(legalText, 700, 6), ...drawn(detachedText, 700, 7)];
    const { refused } = attemptAll("legal texts", texts);
    expect(refused).toBeLessThan(30);
  });
});

it("evaluated nothing and left nothing behind", () => {
  console.log(`fuzz, in all: ${String(everything)}`);
  expect(everything.accepted + everything.refused).toBeGreaterThan(20_000);
  expect(calls).toBe(0);
  expect(keysOf()).toEqual(before);
});
