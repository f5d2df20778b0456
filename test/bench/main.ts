import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { provideAll } from "../../src/figures/at-once.ts";
import { benchBatches } from "./batch.ts";
import { benchDrag } from "./drag.ts";
import { benchFields } from "./field.ts";
import { benchFormulas } from "./formula.ts";
import { benchRedraw } from "./redraw.ts";
import { benchWebgpu } from "./webgpu.ts";

/**
 * `npm run bench`: medians and spread, as ratios to a yardstick of the same run; `--json FILE` writes them as data.
 * `npm run bench -- explorer` runs what the explorer's readers feel.
 */

const { values: options, positionals } = parseArgs({
  options: { json: { type: "string" } },
  allowPositionals: true,
});

const ALL = {
  redraw: benchRedraw,
  batches: benchBatches,
  fields: benchFields,
  formulas: benchFormulas,
  webgpu: benchWebgpu,
};
provideAll();
const EXPLORER = { drag: benchDrag };

const [chosen] = positionals;
if (chosen !== undefined && chosen !== "explorer")
  throw new Error(`unknown bench: ${chosen}; expected explorer or none`);
const results: Record<string, unknown> = {};
for (const [name, bench] of Object.entries<() => unknown>(chosen ? EXPLORER : { ...ALL, ...EXPLORER })) {
  results[name] = await bench();
  console.log();
}

if (options.json !== undefined) {
  const machine = { processor: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.version };
  writeFileSync(options.json, `${JSON.stringify({ machine, ...results }, null, 2)}\n`);
}
