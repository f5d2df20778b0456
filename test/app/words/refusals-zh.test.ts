import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { toldInChinese } from "../../../src/app/words/refusals-zh/told.ts";
import { FIGURE_KINDS } from "../../../src/spec/figure.ts";
import { isSingleKind, schemaOf } from "../../../src/spec/kinds.ts";
import { panelsSchema } from "../../../src/spec/panels.ts";
import { expectSameSaid } from "../../bilingual.ts";
import { filesOfPage, messagesIn, texErrorsIn } from "./messages.ts";

/** What Chinese leaves as it is: words of a spec, of a link, of a formula or of TeX, and names. */
const NAMES = new Set(
  (
    "anchor angle at auto bars begin boundaries boundary cases chord circle cloud compare cosine coupling " +
    "CPU csv curves data decoupled degrees difference draw end false field figure fixed formula from GIF " +
    "GPU guides HTML ID id in index intercept JSON kind learningRate left line log log-sum-exp loss " +
    "margin Marginscape marginscape mathbb mathcal mathfrak MathML mathscr MB member method middle My " +
    "name negatives nodes normalised norms npy number of own pairs panels paths PDF PNG points " +
    "positiveNegative positives quantity radians range rate ratio right scatter shapes share slice slope " +
    "sn softplus sp start steps surface SVG tangent TeX true version VP WebGPU weight XML"
  ).split(" "),
);

/** Some messages stand in sentences of others. */
function inSentence(path: string, text: string): string {
  if (/\/(?:markup|mathjax|typesetting)\.ts$/.test(path) && !text.startsWith("invalid"))
    return `invalid 9003: $9001$; ${text}`;
  if (!text.startsWith("expected ")) return text;
  if (path === "src/formula/parse.ts") return `value expected at 9001; ${text}`;
  if (path === "src/formula/scan.ts") return `unexpected 9001; ${text}`;
  return `invalid 9001: 9002; ${text}`;
}

/** Why the Chinese of a message is none, or says something else. */
function faultOf(message: string): string[] {
  try {
    expectSameSaid(message, toldInChinese(message), NAMES);
    return [];
  } catch (error) {
    return [(error as Error).message.split("\n")[0]];
  }
}

describe("the Chinese of refusals", () => {
  it("has every message in the sources of the page", () => {
    const messages = filesOfPage()
      .flatMap(messagesIn)
      .map(({ path, text }) => inSentence(path, text));
    expect(messages.length).toBeGreaterThan(250);
    expect(messages.flatMap(faultOf)).toEqual([]);
  });

  it("is asked for wherever the page shows what an error says", () => {
    // what these hold on to is told where it is shown, and a conflict is in the words of the page already
    const later = new Set([
      "engine/engine.ts",
      "formula/message.ts",
      "keep/fault.ts",
      "keep/dialog.ts",
      "view/drawing/away.ts",
      "view/drawing/worker.ts",
    ]);
    const shown = filesOfPage()
      .filter((path) => path.startsWith("src/app/") && !later.has(path.slice("src/app/".length)))
      .flatMap((path) => readFileSync(path, "utf8").split("\n"))
      .filter((line) => /\.message\b/.test(line));
    expect(shown.length).toBeGreaterThan(8);
    expect(shown.filter((line) => !line.includes("words.told("))).toEqual([]);
  });

  it("has what every part of a schema says of itself", () => {
    const found = new Set<string>();
    const seen = new Set<unknown>();
    const visit = (part: unknown): void => {
      if (typeof part !== "object" || part === null || seen.has(part)) return;
      seen.add(part);
      if ("message" in part && typeof part.message === "string") found.add(part.message);
      Object.values(part).forEach(visit);
    };
    for (const kind of FIGURE_KINDS) visit(isSingleKind(kind) ? schemaOf(kind) : panelsSchema);
    expect(found.size).toBeGreaterThan(80);
    const told = [...found].map((message) => toldInChinese(`invalid 9001: 9002; ${message}`));
    expect(told.filter((chinese) => !chinese.startsWith("9001 无效：9002；应"))).toEqual([]);
  });

  it("has what MathJax says of TeX", () => {
    const root = fileURLToPath(new URL("../../../node_modules/@mathjax/src/mjs/input/tex/", import.meta.url));
    const files = ["", "base/", "ams/"].flatMap((folder) =>
      readdirSync(root + folder)
        .filter((name) => name.endsWith(".js"))
        .map((name) => root + folder + name),
    );
    const messages = [...new Set(files.flatMap(texErrorsIn))];
    expect(messages.length).toBeGreaterThan(60);
    const wrong = messages.flatMap((message) => {
      const chinese = toldInChinese(`invalid 9003: $9001$; ${message}`);
      return chinese.includes("MathJax") ? [message] : faultOf(`invalid 9003: $9001$; ${message}`);
    });
    expect(wrong).toEqual([]);
  });
});
