import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import { escaped } from "../../src/export/svg-document.ts";
import { provideAll } from "../../src/figures/at-once.ts";
import { atVenue } from "../../src/spec/at-venue.ts";
import { type Theme, THEMES } from "../../src/spec/entries.ts";
import { parseFigure } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { VENUES, type VenueId } from "../../src/spec/venues.ts";

provideAll();

/**
 * Presets at venues on one page: those that are named, in the themes that are named, else all of them, in print. Their
 * words are outlines, since a picture in a page has no fonts but the system's.
 */
const folder = new URL("../../test-output/contact-sheet/", import.meta.url);
mkdirSync(folder, { recursive: true });

const asked = process.argv.slice(2).filter((each): each is Theme => THEMES.some((theme) => theme === each));
const themes = asked.length > 0 ? asked : (["print"] as const);
const named = <Name extends string>(all: readonly Name[]): readonly Name[] => {
  const some = all.filter((each) => process.argv.includes(each));
  return some.length > 0 ? some : all;
};
const presets = named(Object.keys(PRESETS));
const venues = named(Object.keys(VENUES) as Exclude<VenueId, "none">[]);

/** Grids coarse enough for hundreds of figures; the words are what is looked at. */
const lean = (spec: object): object =>
  JSON.parse(JSON.stringify(spec), (key, value: unknown) =>
    key === "samples" && typeof value === "number" ? Math.min(value, 64) : value,
  ) as object;

const rows: string[] = [];
for (const theme of themes) {
  for (const name of presets) {
    const pictures: string[] = [];
    for (const venue of venues) {
      const file = `${name}-${venue}-${theme}.svg`;
      const spec = parseFigure({ ...lean(atVenue(PRESETS[name].spec, venue)), theme });
      writeFileSync(
        new URL(file, folder),
        await writeFigure(spec, "svg", { text: "outlines" }, nodePlatform),
      );
      const width = Math.round(VENUES[venue].width / 2);
      pictures.push(
        `<figure><img src="${file}" width="${width}" alt="${escaped(`${name} at ${venue}`)}"><figcaption>${venue}</figcaption></figure>`,
      );
    }
    rows.push(`<h2>${name}, ${theme}</h2>\n<div>${pictures.join("\n")}</div>`);
  }
}
writeFileSync(
  new URL("index.html", folder),
  `<!doctype html><meta charset="utf-8"><title>Contact sheet</title>
<style>body{font:14px system-ui;margin:20px;background:#ddd}div{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start}figure{margin:0}img{background:#fff;display:block}</style>
${rows.join("\n")}
`,
);
console.log(`${rows.length * venues.length} figures: ${fileURLToPath(new URL("index.html", folder))}`);
