import { describe, expect, it } from "vitest";
import { toldInChinese } from "../../../src/app/words/refusals-zh/told.ts";
import { recipeOf } from "../../../src/export/figure.ts";
import { readRecipe } from "../../../src/export/recipe/read.ts";
import { typesetLabels } from "../../../src/export/typeset.ts";
import { readSource } from "../../../src/formula/source.ts";
import { InputError } from "../../../src/losses/errors.ts";
import { FIGURE_KINDS, parseFigure, resolveFigure } from "../../../src/spec/figure.ts";
import { decodeLink } from "../../../src/spec/link.ts";
import { PRESETS } from "../../../src/spec/presets.ts";
import { isChinese } from "../../bilingual.ts";
import { hostileLinks } from "../../browser/hostile.ts";
import { CARRIERS } from "../../export/recipe/carriers.ts";
import { HOSTILE } from "../../formula/support/hostile.ts";
import { mutated } from "../../formula/support/mutations.ts";
import { drawn } from "../../formula/support/trees.ts";

/** What refuses what there is to be refused; each distinct message once. */
function refusalsOf(actions: readonly (() => unknown)[]): string[] {
  const messages = new Set<string>();
  for (const action of actions) {
    try {
      action();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      messages.add(error.message);
    }
  }
  return [...messages];
}

const OTHERS: readonly unknown[] = [null, true, -7, 0.5, 1e12, "x", "", "$x$", [], [9, 1], {}, { x: 1 }];

/** A value with another one in each of its places, one after the other. */
function* damagedValues(value: unknown): Generator<unknown> {
  yield* OTHERS;
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    yield [...(value as unknown[]), ...(value as unknown[])];
    for (const [i, part] of value.entries())
      for (const other of damagedValues(part)) yield value.with(i, other);
    return;
  }
  yield { ...value, later: 1 };
  for (const [key, part] of Object.entries(value)) {
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    yield rest;
    for (const other of damagedValues(part)) yield { ...rest, [key]: other };
  }
}

const NUMBER = /\d+(?:\.\d+)?/g;
const numbersIn = (text: string): string[] => (text.match(NUMBER) ?? []).toSorted();

/** What the library says, which no value that these tests plant says too. */
const ENGLISH =
  /\b(?:expected|invalid|unknown key|unknown loss|did you mean|made by|cut off|damaged|in all|not JSON)\b|有误（|MathJax/;

/** The messages that Chinese does not say, or says only in part. */
const untold = (messages: readonly string[]): string[] =>
  messages.flatMap((message) => {
    const chinese = toldInChinese(message);
    const isTold =
      isChinese(chinese) &&
      !ENGLISH.test(chinese) &&
      JSON.stringify(numbersIn(chinese)) === JSON.stringify(numbersIn(message));
    return isTold ? [] : [`${message} ⇒ ${chinese}`];
  });

const TEX = [
  "x^",
  "x^1^2",
  "x_1_2",
  "{x",
  "x}",
  "\\foo",
  "\\frac{1}",
  "\\frac",
  "\\left(x",
  "x\\right)",
  "\\begin{foo}x\\end{foo}",
  "\\begin{matrix}x",
  "\\begin{matrix}x\\end{array}",
  "\\sqrt[3{x}",
  "#",
  "x & y",
  "x\\middle|",
  "x^2'",
  "+\\limits x",
  "\\tag{1}",
  "\\rule{1}{2}",
  "\\def\\a{b}",
  "漢",
  "\\hskip 1",
  "\\begin{array}{q}x\\end{array}",
  "\\\\",
  "{".repeat(60),
  "x".repeat(1200),
];

describe("refused, and said in Chinese:", () => {
  it("hostile links", () => {
    const links = hostileLinks(1500, 20260, 30);
    const messages = refusalsOf(links.map((link) => () => resolveFigure(decodeLink(link).spec)));
    expect(messages.length).toBeGreaterThan(300);
    expect(untold(messages)).toEqual([]);
  });

  it("figures with another value anywhere, a key too many or one too few", () => {
    const figures = FIGURE_KINDS.flatMap((kind) => {
      const ofKind = Object.values(PRESETS).filter(({ spec }) => (spec.kind ?? "landscape") === kind);
      return ofKind
        .slice(0, 3)
        .flatMap(({ spec }) => [...damagedValues(spec), ...damagedValues(resolveFigure(spec))]);
    });
    const messages = refusalsOf(figures.map((each) => () => resolveFigure(parseFigure(each))));
    expect(messages.length).toBeGreaterThan(1000);
    expect(untold(messages)).toEqual([]);
  });

  it("hostile formulas", () => {
    const texts = [...Object.values(HOSTILE).flat(), ...drawn(mutated, 1500)];
    const messages = refusalsOf(texts.map((text) => () => readSource(text)));
    expect(messages.length).toBeGreaterThan(300);
    expect(untold(messages)).toEqual([]);
  });

  it("recipes with a letter missing or another in its place", () => {
    const text = JSON.stringify(PRESETS["circle-region"].spec, null, 2);
    const damaged = Array.from(text, (_, at) => [
      text.slice(0, at),
      text.slice(0, at) + text.slice(at + 1),
      ...['"', "}", "\\", "x", "7"].map((sign) => text.slice(0, at) + sign + text.slice(at + 1)),
    ]).flat();
    const messages = refusalsOf(damaged.map((each) => () => resolveFigure(parseFigure(each))));
    expect(messages.length).toBeGreaterThan(200);
    expect(untold(messages)).toEqual([]);
  });

  it.each([
    `Expected ',' or '}' after property value in JSON at position 97 (line 3 column 5)`,
    "Unexpected non-whitespace character after JSON at position 2 (line 1 column 3)",
    "JSON.parse: unexpected character at line 1 column 2 of the JSON data",
    "JSON.parse: expected property name or '}' at line 1 column 2 of the JSON data",
    "JSON Parse error: Unexpected EOF",
    'JSON Parse error: Unexpected identifier "x"',
  ])("JSON where a browser says: %s", (said) => {
    expect(untold([`invalid figure: not JSON (${said})`])).toEqual([]);
  });

  it("damaged files", () => {
    const files = Object.values(CARRIERS).map((carry) => carry(recipeOf(PRESETS["circle-region"].spec), "x"));
    const damaged = files.flatMap((file) =>
      Array.from({ length: 40 }, (_, i) => {
        const at = Math.floor((i * file.length) / 40);
        const changed = file.slice();
        changed[at] ^= 0x55;
        return [file.slice(0, at), changed];
      }).flat(),
    );
    const messages = refusalsOf([
      ...damaged.map((file) => () => readRecipe(file, "a: b.dat")),
      () => readRecipe(new TextEncoder().encode('{"marginscape":"99.1.0","figure":{"version":9}}'), "x.json"),
      () =>
        readRecipe(
          new TextEncoder().encode('{"marginscape":"99.1.0","figure":{"version":1,"loss":{"id":"later"}}}'),
          "x.json",
        ),
    ]);
    expect(messages.length).toBeGreaterThan(10);
    expect(untold(messages)).toEqual([]);
  });

  it("TeX that cannot be typeset", async () => {
    const messages: string[] = [];
    for (const tex of TEX) {
      const caption = `$\\alpha ${tex}$`;
      const figure = parseFigure({ ...PRESETS["circle-region"].spec, words: { caption } });
      await typesetLabels(figure).catch((error: Error) => messages.push(error.message));
    }
    expect(messages).toHaveLength(TEX.length);
    expect(untold(messages)).toEqual([]);
  });
});
