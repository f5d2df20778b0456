import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { buildPlayers } from "../../scripts/build-player.mjs";
import { recipeOf } from "../../src/export/figure.ts";
import { writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import type { PlayerKind } from "../../src/export/platform.ts";
import { recipeFromHtml } from "../../src/export/recipe/html.ts";
import { sha256 } from "../../src/export/sha256.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { fc } from "../numerics/seeded.ts";

beforeAll(() => buildPlayers(), 120_000);

const CIRCLE = { version: 1, loss: { id: "circle" }, samples: 32 } as const satisfies FigureSpec;

const pageOf = async (spec: FigureSpec): Promise<string> =>
  new TextDecoder().decode(await writeFigure(spec, "html", {}, nodePlatform));

const between = (page: string, start: string, end: string): string => page.split(start)[1].split(end)[0];

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

const HOSTILE = [
  "</script><script>alert(1)</script>",
  "<!--<script>",
  "]]></title><svg onload=alert(1)>",
  `" onload="alert(1)`,
  "' onload='alert(1)",
  "&lt;b&gt; \u2028\u2029 ${1} $& `",
];

describe("an interactive page", () => {
  it("runs its player and has its style, and lets nothing else run or be fetched", async () => {
    const page = await pageOf(CIRCLE);
    const policy = between(page, 'http-equiv="Content-Security-Policy" content="', '"');
    expect(policy).toBe(
      `default-src 'none'; script-src '${hashOf(between(page, "<script>", "</script>"))}'; style-src '${hashOf(between(page, "<style>", "</style>"))}'; img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/\b(?:src|href)="(?!data:)/)).toBeNull();
  });

  it("is the same bytes each time", async () => {
    expect((await pageOf(CIRCLE)) === (await pageOf(CIRCLE))).toBe(true);
  });

  it.each(HOSTILE)("keeps %j in its place", async (title) => {
    const spec = { ...CIRCLE, title, words: { caption: title, alt: title } };
    const page = await pageOf(spec);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    const markup = page.replace(/<script[^]*?<\/script>/g, "");
    expect(markup.match(/<!--|<svg onload|" onload|' onload/)).toBeNull();
    expect(recipeFromHtml(page)).toBeDefined();
    expect(JSON.parse(recipeFromHtml(page) ?? "")).toEqual(JSON.parse(recipeOf(spec)));
  });

  it("carries its player whole, whatever stands in the player's text", async () => {
    const page = await pageOf(CIRCLE);
    const player = await nodePlatform.player("landscape");
    expect(page.includes(`<script>${player}</script>`)).toBe(true);
    expect(player.match(/<\/script|<script|<!--/i)).toBeNull();
  });

  it("carries typeset mathematics, for a player that cannot typeset", async () => {
    const page = await pageOf({ ...CIRCLE, title: "$\\frac{\\gamma}{2}$" });
    const outlines = JSON.parse(between(page, 'id="marginscape-tex">', "</script>")) as object;
    expect(Object.keys(outlines)).toEqual(["\\frac{\\gamma}{2}"]);
    expect((await pageOf(CIRCLE)).includes('id="marginscape-tex"')).toBe(false);
  });

  it("has the player of its kind, and of all where panels are of several", async () => {
    const curves = {
      version: 1,
      kind: "curves",
      curves: [{ loss: { id: "circle" }, draw: { of: "positiveTransform" } }],
    } as const satisfies FigureSpec;
    const panels = (...figures: (typeof CIRCLE | typeof curves)[]): FigureSpec => ({
      version: 1,
      kind: "panels",
      panels: figures.map((figure) => ({ figure })),
    });
    const playerOf = async (spec: FigureSpec) => between(await pageOf(spec), "<script>", "</script>");
    const has = async (spec: FigureSpec, kind: PlayerKind) =>
      (await playerOf(spec)) === (await nodePlatform.player(kind));
    expect(await has(curves, "curves")).toBe(true);
    expect(await has(panels(curves, curves), "curves")).toBe(true);
    expect(await has(panels(curves, CIRCLE), "mixed")).toBe(true);
  });

  it("is under 120 KB gzipped", async () => {
    const size = gzipSync(await pageOf({ version: 1, loss: { id: "circle" } }), { level: 9 }).length;
    expect(size).toBeLessThan(120_000);
  });
});

describe("SHA-256", () => {
  it("is what node:crypto says", () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 4097]) {
      const bytes = Uint8Array.from({ length }, (_, i) => 7 * i + length);
      expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("base64"));
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("base64"));
      }),
    );
  });
});
