import { InputError } from "../losses/errors.ts";
import { FORMULA_HELP } from "./formula-help.ts";
import { GENERAL_HELP } from "./help.ts";
import { FAILED, standardOutput, UsageError, USAGE } from "./streams.ts";
import { WORKER_COMMAND } from "./worker-command.ts";

type Command = (args: readonly string[]) => Promise<number>;

/** Each loaded when it is called: a cold start reads no more than it needs. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["list", async () => (await import("./list.ts")).listCommand],
  ["eval", async () => (await import("./eval.ts")).evalCommand],
  ["region", async () => (await import("./region.ts")).regionCommand],
  ["choose", async () => (await import("./choose.ts")).chooseCommand],
  ["diff", async () => (await import("./diff.ts")).diffCommand],
  ["export", async () => (await import("./export.ts")).exportCommand],
  [WORKER_COMMAND, async () => (await import("./export-worker.ts")).exportWorker],
  ["open", async () => (await import("./open.ts")).openCommand],
  ["facts", async () => (await import("./facts.ts")).factsCommand],
  ["code", async () => (await import("./code.ts")).codeCommand],
  ["grid", async () => (await import("./grid.ts")).gridCommand],
  ["sweep", async () => (await import("./sweep.ts")).sweepCommand],
]);

/** Commands that begin again where a figure needs what few figures do; the others have it from the start. */
const LOAD_WHAT_THEY_NEED: ReadonlySet<string> = new Set(["export", WORKER_COMMAND]);

/** Exit codes: 0 good, 1 failed, 2 not understood. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    standardOutput().write(name === "help" && args[0] === "formula" ? FORMULA_HELP : GENERAL_HELP);
    return name === undefined ? USAGE : 0;
  }
  if (name === "--version" || name === "-V") {
    standardOutput().write(`${__VERSION__}\n`);
    return 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined)
    throw UsageError.unknown(
      "command",
      name,
      [...COMMANDS.keys()].filter((each) => each !== WORKER_COMMAND),
    );
  const run = await command();
  if (LOAD_WHAT_THEY_NEED.has(name)) (await import("../figures/on-demand.ts")).fetchWhenNeeded();
  else (await import("../figures/at-once.ts")).provideAll();
  return run(args);
}

/** The exit code of a whole call; what is wrong with it is said. */
async function called(): Promise<number> {
  try {
    return await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof InputError)) throw error;
    process.stderr.write(`marginscape: ${error.message}\n`);
    return error instanceof UsageError ? USAGE : FAILED;
  }
}

// CommonJS, which it is built as, has no await out here
void called().then((code) => {
  process.exitCode = code;
});
