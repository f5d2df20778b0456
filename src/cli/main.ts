import { InputError } from "../losses/errors.ts";
import { codeCommand } from "./code.ts";
import { diffCommand } from "./diff.ts";
import { evalCommand } from "./eval.ts";
import { exportCommand } from "./export.ts";
import { factsCommand } from "./facts.ts";
import { gridCommand } from "./grid.ts";
import { FORMULA_HELP } from "./formula-help.ts";
import { GENERAL_HELP } from "./help.ts";
import { listCommand } from "./list.ts";
import { regionCommand } from "./region.ts";
import { FAILED, UsageError, USAGE } from "./streams.ts";
import { sweepCommand } from "./sweep.ts";

type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["list", listCommand],
  ["eval", evalCommand],
  ["region", regionCommand],
  ["diff", diffCommand],
  ["export", exportCommand],
  ["facts", factsCommand],
  ["code", codeCommand],
  ["grid", gridCommand],
  ["sweep", sweepCommand],
]);

/** Exit codes: 0 good, 1 failed, 2 not understood. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(name === "help" && args[0] === "formula" ? FORMULA_HELP : GENERAL_HELP);
    return name === undefined ? USAGE : 0;
  }
  if (name === "--version" || name === "-V") {
    process.stdout.write(`${__VERSION__}\n`);
    return 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) throw UsageError.unknown("command", name, [...COMMANDS.keys()]);
  return command(args);
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? 0 : FAILED),
);

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`marginscape: ${error.message}\n`);
    process.exitCode = USAGE;
  } else if (error instanceof InputError) {
    process.stderr.write(`marginscape: ${error.message}\n`);
    process.exitCode = FAILED;
  } else {
    throw error;
  }
}
