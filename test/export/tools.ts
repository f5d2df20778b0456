import { spawnSync } from "node:child_process";

/** Whether a program that is not ours is installed here. */
export const has = (tool: string): boolean => spawnSync(tool, ["-version"]).error === undefined;

/** What a program prints; throws with its complaint where it fails. */
export function outputOf(tool: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${tool} ${args.join(" ")}: exit code ${status}: ${stderr}`);
  return stdout;
}
