import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROGRAM = fileURLToPath(new URL("../../dist/cli/marginscape.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly bytes: Buffer;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line in `cwd` with `input` on its standard input. */
export const run = (args: readonly string[], { input = "", cwd = tmpdir() } = {}): Promise<Ended> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => out.push(part));
    child.stderr.on("data", (part: Buffer) => err.push(part));
    child.on("error", failed);
    child.stdin.on("error", () => {}); // a program that never reads its input closes it
    child.on("close", (code) => {
      const bytes = Buffer.concat(out);
      done({ code, bytes, out: bytes.toString("utf8"), err: Buffer.concat(err).toString("utf8") });
    });
    child.stdin.end(input);
  });

/** What a good call with `args` prints. Throws with the message of one that was not. */
export async function printed(args: readonly string[], input = ""): Promise<string> {
  const { code, out, err } = await run(args, { input });
  if (code !== 0) throw new Error(`marginscape ${args.join(" ")}: exit code ${code}: ${err}`);
  return out;
}

/** A folder of its own, and the way to be rid of it. */
export function scratchFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "marginscape-cli-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
