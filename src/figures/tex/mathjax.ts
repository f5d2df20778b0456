import { liteAdaptor } from "@mathjax/src/js/adaptors/liteAdaptor.js";
import { RegisterHTMLHandler } from "@mathjax/src/js/handlers/html.js";
import { TeX } from "@mathjax/src/js/input/tex.js";
import { AmsConfiguration } from "@mathjax/src/js/input/tex/ams/AmsConfiguration.js";
import { BaseConfiguration } from "@mathjax/src/js/input/tex/base/BaseConfiguration.js";
import { mathjax } from "@mathjax/src/js/mathjax.js";
import { SVG } from "@mathjax/src/js/output/svg.js";
import { MathJaxNewcmFont } from "@mathjax/mathjax-newcm-font/js/svg.js";
import { InputError } from "../../losses/errors.ts";
import { type Markup, MISSING_LETTER, piecesOf } from "./markup.ts";
import type { Typeset } from "./outline.ts";

/**
 * Alphabets beyond letters, Greek and the usual signs, loaded when a formula has one. Others are not there, on
 * purpose: a page could not carry them all, and a figure must look the same everywhere.
 */
const ALPHABETS: Readonly<Record<string, () => Promise<unknown>>> = {
  calligraphic: () => import("@mathjax/mathjax-newcm-font/js/svg/dynamic/calligraphic.js"),
  "double-struck": () => import("@mathjax/mathjax-newcm-font/js/svg/dynamic/double-struck.js"),
  fraktur: () => import("@mathjax/mathjax-newcm-font/js/svg/dynamic/fraktur.js"),
  math: () => import("@mathjax/mathjax-newcm-font/js/svg/dynamic/math.js"),
  script: () => import("@mathjax/mathjax-newcm-font/js/svg/dynamic/script.js"),
};

const MOST_LETTERS = 1000;
const MOST_NESTED = 40;

/** Commands that leave something behind for the next formula, or that write markup of their own. */
const REFUSED =
  /\\(DeclareMathOperator|mmlToken|label|ref|eqref|tag|notag|nonumber|newcommand|def|let)(?![a-zA-Z])/;

const convert = converter();

/** One after the other: a formula that waits for an alphabet is begun anew. */
let last: Promise<unknown> = Promise.resolve();

/** TeX as glyphs in their places. Throws `InputError` that says what is wrong with it, not where it stands. */
export function typesetTex(tex: string): Promise<Typeset> {
  const next = last.then(() => oneFormula(tex));
  last = next.catch(() => undefined);
  return next;
}

async function oneFormula(tex: string): Promise<Typeset> {
  if (tex.length > MOST_LETTERS)
    throw new InputError(`it has ${tex.length} characters; expected at most ${MOST_LETTERS}`);
  if (deepest(tex) > MOST_NESTED)
    throw new InputError(`its braces are nested too deeply; expected at most ${MOST_NESTED} levels`);
  const refused = REFUSED.exec(tex)?.[0];
  if (refused) throw new InputError(`it has ${refused}; expected mathematics alone`);
  try {
    return piecesOf(await convert(tex));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(said(error));
  }
}

function said(error: unknown): string {
  if (error instanceof RangeError) return "it is too complex";
  // MathJax's own are no `Error`
  const { message } = error as { message: string };
  return message.startsWith("dynamic file") ? MISSING_LETTER : message;
}

function converter(): (tex: string) => Promise<Markup> {
  mathjax.asyncLoad = (file: string) =>
    ALPHABETS[/([\w-]+)\.js$/.exec(file)?.[1] ?? ""]?.() ?? Promise.resolve();
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const input = new TeX({
    packages: [BaseConfiguration.name, AmsConfiguration.name],
    maxMacros: 200,
    maxBuffer: 5 * 1024,
    formatError: (_: unknown, error: Error) => {
      throw error;
    },
  });
  const output = new SVG({
    fontData: MathJaxNewcmFont,
    fontCache: "none",
    linebreaks: { inline: false },
  });
  const page = mathjax.document("", { InputJax: input, OutputJax: output });
  return async (tex) => {
    input.reset();
    const size = { display: false, em: 16, ex: 8, containerWidth: 1e6 };
    const container = (await page.convertPromise(tex, size)) as Markup;
    const [svg, ...more] = container.children ?? [];
    if (svg?.kind !== "svg" || more.length > 0) throw new InputError("it cannot be set on one line");
    return svg;
  };
}

function deepest(tex: string): number {
  let depth = 0;
  let most = 0;
  for (const [mark] of tex.matchAll(/\\left(?![a-z])|\\right(?![a-z])|\\begin|\\end|[{}]/g)) {
    depth += mark === "{" || mark === "\\left" || mark === "\\begin" ? 1 : -1;
    most = Math.max(most, depth);
  }
  return most;
}
