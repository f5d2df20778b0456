// Writes src/figures/tex/prerendered.json: the formulae of the built-in losses and the usual symbols as shapes, so that
// a figure with them needs no MathJax. Run it with `node scripts/run-ts.mjs scripts/prerender-tex.ts` after changing a
// formula or MathJax.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { provideAll } from "../src/figures/at-once.ts";
import { typesetTex } from "../src/figures/tex/mathjax.ts";
import type { Typeset } from "../src/figures/tex/outline.ts";
import { tableOf } from "../src/figures/tex/table.ts";
import { prerenderedFormulae } from "./tex-formulae.ts";

const formulae = new Map<string, Typeset>();
for (const tex of prerenderedFormulae()) formulae.set(tex, await typesetTex(tex));
const lines = Object.entries(tableOf(formulae)).map(
  ([part, content]) => `  ${JSON.stringify(part)}: ${JSON.stringify(content)}`,
);
provideAll();
const file = fileURLToPath(new URL("../src/figures/tex/prerendered.json", import.meta.url));
writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`);
console.log(`${formulae.size} formulae`);
