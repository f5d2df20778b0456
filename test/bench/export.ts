import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table, timingOf } from "./timing.ts";

const FORMATS = ["svg", "png", "pdf"] as const;
const ROUNDS = 9;

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const CLI = pathOf("../../dist/cli/marginscape.js");
const SCRIPT = pathOf("figure_matplotlib.py");

/** The same figure as whole cold processes, printed as tables; the same as data. Needs `npm run build`. */
export function benchExport() {
  if (!existsSync(CLI)) throw new Error(`missing ${CLI}; expected npm run build before`);
  const python = ["python3", "/usr/bin/python3"].find((name) => succeeds(name, "-c", "import matplotlib"));
  const folder = mkdtempSync(join(tmpdir(), "marginscape-bench-"));
  try {
    const formats = FORMATS.map((format) => {
      const output = join(folder, `figure.${format}`);
      const commands = {
        "Node, empty": [process.execPath, "-e", "0"],
        "marginscape export": [process.execPath, CLI, "export", "circle-region", "-o", output],
        ...(python !== undefined && { matplotlib: [python, SCRIPT, output] }),
      };
      return { format, timings: processesInTurn(commands) };
    });
    for (const { format, timings } of formats) {
      const [, ours, theirs] = timings;
      console.log(
        `Circle loss to ${format.toUpperCase()}, whole cold processes\n${table(timings, timings[0])}`,
      );
      if (theirs) console.log(`matplotlib ÷ marginscape: ${(theirs.median / ours.median).toFixed(2)}`);
      console.log();
    }
    if (python === undefined) console.log("not compared with matplotlib: no python3 here has it");
    return formats;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const succeeds = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** Without what makes every start of Node slower on some machines: more certificates to read, more to load first. */
const ENVIRONMENT = { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NODE_OPTIONS: undefined };

/** Every command in turn, round after round; the first round, which fills the caches of the disk, does not count. */
function processesInTurn(commands: Readonly<Record<string, readonly string[]>>) {
  const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, [command, ...args]] of Object.entries(commands)) {
      const start = performance.now();
      const { status, stderr } = spawnSync(command, args, { encoding: "utf8", env: ENVIRONMENT });
      if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return [...times].map(([name, taken]) => timingOf(name, taken));
}
