import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { provideAll } from "../../src/figures/at-once.ts";
import { benchBatches } from "./batch.ts";
import { benchDrag } from "./drag.ts";
import { benchExplorer } from "./explorer.ts";
import { benchExport } from "./export.ts";
import { benchFields } from "./field.ts";
import { benchFormulas } from "./formula.ts";
import { benchOtherKinds } from "./other-kinds.ts";
import { benchRedraw } from "./redraw.ts";
import { benchWebgpu } from "./webgpu.ts";

/**
 * `npm run bench`: medians and spread, as ratios to a yardstick of the same run; `--json FILE` writes them as data;
 * `-- explorer` measures that part alone, and so on.
 */
provideAll();

const BENCHES = {
  redraw: benchRedraw,
  explorer: async () => ({
    first: await benchExplorer(),
    drag: await benchDrag(),
    others: await benchOtherKinds(),
  }),
  export: benchExport,
  batches: benchBatches,
  fields: benchFields,
  formulas: benchFormulas,
  webgpu: benchWebgpu,
} as const satisfies Record<string, () => unknown>;
const NAMES = Object.keys(BENCHES) as readonly (keyof typeof BENCHES)[];

const { values: options, positionals } = parseArgs({
  options: { json: { type: "string" } },
  allowPositionals: true,
});
const unknown = positionals.find((each) => !Object.hasOwn(BENCHES, each));
if (unknown !== undefined) throw new Error(`unknown bench: ${unknown}; expected ${NAMES.join(", ")}`);

const results: Record<string, unknown> = {};
for (const name of NAMES) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  results[name] = await BENCHES[name]();
  console.log();
}

if (options.json !== undefined) {
  const machine = { processor: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.version };
  writeFileSync(options.json, `${JSON.stringify({ machine, ...results }, null, 2)}\n`);
}
