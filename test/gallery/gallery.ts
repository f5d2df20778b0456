import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { figureSvg, figureSvgForRaster } from "../../src/export/figure.ts";
import { svgToPng } from "../../src/export/png.ts";
import { escaped } from "../../src/export/svg-document.ts";
import { provideAll } from "../../src/figures/at-once.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { LANDSCAPES } from "../../src/spec/presets/landscapes.ts";
import { QUANTITY_IDS } from "../../src/spec/quantities.ts";
import { THEMES } from "../../src/spec/entries.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";

provideAll();

/** `npm run gallery`: every preset, loss, quantity and theme on one page, to be looked at. */

const folder = fileURLToPath(new URL("../../test-output/gallery/", import.meta.url));
mkdirSync(folder, { recursive: true });

const whole = { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } } as const;
const angles = { negative: { unit: "radians" }, positive: { unit: "degrees", range: [180, 0] } } as const;
const circle = LANDSCAPES["circle-region"].spec;

const sections: Readonly<Record<string, Readonly<Record<string, FigureSpec>>>> = {
  Presets: Object.fromEntries(Object.entries(PRESETS).map(([name, { spec }]) => [name, spec])),
  "Presets in print": Object.fromEntries(
    Object.entries(PRESETS).map(([name, { spec }]) => [`${name}-print`, { ...spec, theme: "print" }]),
  ),
  Losses: Object.fromEntries(LOSSES.map(({ id }) => [id, { version: 1, loss: { id }, axes: whole }])),
  Quantities: Object.fromEntries(
    QUANTITY_IDS.map((quantity) => [
      `quantity-${quantity}`,
      { ...circle, axes: whole, quantity, loss: { id: "circle", params: { gamma: 32 } } },
    ]),
  ),
  Axes: {
    "axes-angles": { version: 1, loss: { id: "circle", params: { gamma: 32 } }, axes: angles },
    "axes-chords": {
      version: 1,
      loss: { id: "triplet:euclidean" },
      axes: { negative: { unit: "chord" }, positive: { unit: "chord" } },
    },
    "axes-swapped": { ...circle, axes: { horizontal: "positive" } },
  },
  Counts: {
    "counts-both": { ...circle, counts: { K: 4, L: 1000 }, layers: { boundary: "both" } },
  },
  Themes: Object.fromEntries(THEMES.map((theme) => [`theme-${theme}`, { ...circle, theme }])),
  Sizes: {
    "size-column": { ...circle, theme: "print", size: { width: 312, height: 300 } },
    "size-wide": { ...circle, size: { width: 900, height: 420 } },
  },
};

const page: string[] = [];
for (const [title, figures] of Object.entries(sections)) {
  page.push(`<h2>${title}</h2><div>`);
  for (const [name, spec] of Object.entries(figures)) {
    writeFileSync(`${folder}${name}.svg`, figureSvg(spec));
    page.push(
      `<figure><img src="${name}.svg" alt="" loading="lazy"><figcaption>${escaped(name)}</figcaption></figure>`,
    );
  }
  page.push("</div>");
}
writeFileSync(
  `${folder}index.html`,
  `<!doctype html><meta charset="utf-8"><title>Marginscape gallery</title>
<style>body{font:15px sans-serif;margin:2em}div{display:flex;flex-wrap:wrap;gap:1em}figure{margin:0}img{max-width:420px}</style>
${page.join("\n")}\n`,
);
const pictures = {
  "circle-region": circle,
  "typed-loss": LANDSCAPES["typed-soft-clamp"].spec,
  "circle-fig2": PRESETS["circle-fig2"].spec,
};
for (const [name, spec] of Object.entries(pictures)) {
  const file = fileURLToPath(new URL(`../../docs/${name}.png`, import.meta.url));
  writeFileSync(file, await svgToPng(figureSvgForRaster(spec), 1.5));
}
console.log(
  `${Object.values(sections).flatMap(Object.keys).length} figures: ${folder}index.html; README pictures: docs/${Object.keys(pictures).join(".png, docs/")}.png`,
);
