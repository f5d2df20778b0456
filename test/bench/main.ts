import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { benchBatches } from "./batch.ts";
import { benchFields } from "./field.ts";
import { benchFormulas } from "./formula.ts";
import { benchRedraw } from "./redraw.ts";
import { benchWebgpu } from "./webgpu.ts";

/** `npm run bench`: medians and spread, as ratios to a yardstick of the same run; `--json FILE` writes them as data. */

const { values: options } = parseArgs({ options: { json: { type: "string" } } });
const redraw = await benchRedraw();
console.log();
const batches = benchBatches();
console.log();
const fields = await benchFields();
console.log();
const formulas = await benchFormulas();
console.log();
const webgpu = await benchWebgpu();

if (options.json !== undefined) {
  const machine = { processor: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.version };
  writeFileSync(
    options.json,
    `${JSON.stringify({ machine, redraw, batches, fields, formulas, webgpu }, null, 2)}\n`,
  );
}
