import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { buildPlayer } from "../../scripts/build-player.mjs";
import { recipeOf } from "../../src/export/figure.ts";
import { writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import { type Pieces, playerOf } from "../../src/export/player.ts";
import { recipeFromHtml } from "../../src/export/recipe/html.ts";
import { sha256 } from "../../src/export/sha256.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { type FigureSpec, resolveFigure } from "../../src/spec/figure.ts";
import { SINGLE_KINDS } from "../../src/spec/kinds.ts";
import { findPreset, PRESETS } from "../../src/spec/presets.ts";
import { fc } from "../numerics/seeded.ts";

beforeAll(() => buildPlayer(), 120_000);

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
    const player = playerOf(resolveFigure(CIRCLE), await piecesOfPlayer());
    expect((await pageOf(CIRCLE)).includes(`<script>${player}</script>`)).toBe(true);
    for (const { code } of Object.values(await piecesOfPlayer()))
      expect(code.match(/<\/script|<script|<!--/i)).toBeNull();
  });

  it("carries typeset mathematics, for a player that cannot typeset", async () => {
    const page = await pageOf({ ...CIRCLE, title: "$\\frac{\\gamma}{2}$" });
    const outlines = JSON.parse(between(page, 'id="marginscape-tex">', "</script>")) as object;
    expect(Object.keys(outlines)).toEqual(["\\frac{\\gamma}{2}"]);
    expect((await pageOf(CIRCLE)).includes('id="marginscape-tex"')).toBe(false);
  });

  it("says its recipe in lines that can be read", async () => {
    const page = await pageOf({ ...CIRCLE, points: [{ name: "A", sn: 0.25, sp: 0.5 }] });
    expect(between(page, 'aria-label="Recipe">', "</pre>").split("\n").length).toBeGreaterThan(8);
    const axes = { negative: { range: [-1, 0.5] } } as const;
    const spaced = await pageOf({ ...CIRCLE, title: "[1,   2]", axes });
    expect(JSON.parse(recipeFromHtml(spaced) ?? "")).toEqual(
      JSON.parse(recipeOf({ ...CIRCLE, title: "[1,   2]", axes })),
    );
    expect(spaced).toContain("[ -1, 0.5 ]");
  });

  it.each(Object.keys(PRESETS))("of %s is under 120 KB gzipped", async (name) => {
    const size = gzipSync(await pageOf(findPreset(name).spec), { level: 9 }).length;
    console.log(`${name}: ${(size / 1e3).toFixed(1)} KB`);
    expect(size).toBeLessThan(120_000);
  });
});

const piecesOfPlayer = async (): Promise<Pieces> => JSON.parse(await nodePlatform.player()) as Pieces;

describe("the player of a page", () => {
  const curve = { loss: { id: "arcface" }, draw: { of: "positiveTransform" } } as const;
  const curves = { version: 1, kind: "curves", curves: [curve] } as const satisfies FigureSpec;
  const has = async (spec: FigureSpec): Promise<string[]> => {
    const player = playerOf(resolveFigure(spec), await piecesOfPlayer());
    return [...player.matchAll(/^.*?"((?:kind|loss)-[\w-]+|formula|page)"\(exports,require\)\{/gm)]
      .map(([, name]) => name)
      .toSorted();
  };

  it("is of the kinds and losses that the figure has, and of no others", async () => {
    expect(await has(CIRCLE)).toEqual(["kind-landscape", "loss-circle", "page"]);
    expect(await has(curves)).toEqual(["kind-curves", "loss-arcface", "page"]);
    expect(
      await has({
        version: 1,
        kind: "panels",
        panels: [{ figure: curves }, { figure: CIRCLE }, { figure: CIRCLE }],
      }),
    ).toEqual(["kind-curves", "kind-landscape", "loss-arcface", "loss-circle", "page"]);
    expect(await has({ version: 1, loss: { id: "cosface" } })).toContain("loss-am-softmax");
  });

  it("can read formulae where a loss is typed, or second derivatives are shown", async () => {
    const formula = "loss = softplus(16 * (s_n - s_p))";
    expect(await has({ version: 1, loss: { id: "formula", formula } })).toEqual([
      "formula",
      "kind-landscape",
      "page",
    ]);
    for (const quantity of ["curl", "curvature"] as const)
      expect(await has({ ...CIRCLE, quantity })).toContain("formula");
  });

  it("has a piece to each loss of the catalogue and to each kind of figure", async () => {
    const pieces = await piecesOfPlayer();
    for (const { id } of LOSSES) expect(pieces, id).toHaveProperty([`loss-${id}`]);
    for (const kind of SINGLE_KINDS) expect(pieces, kind).toHaveProperty([`kind-${kind}`]);
    for (const { needs } of Object.values(pieces))
      for (const name of needs) expect(pieces).toHaveProperty([name]);
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
