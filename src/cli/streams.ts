import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs, type ParseArgsConfig } from "node:util";
import { InputError, unknownName } from "../losses/errors.ts";

export const FAILED = 1;
export const USAGE = 2;

/** A call that was not understood; exit code 2. */
export class UsageError extends Error {
  static unknown(kind: string, value: string, legal: Iterable<string>): UsageError {
    return new UsageError(unknownName(kind, value, legal).message);
  }
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Flags and words of a call. Throws `UsageError` with the nearest flag for one that does not exist. */
export function parsedArguments<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const flag = /'(--?[^'\s=]+)/.exec((error as Error).message)?.[1];
    const isUnknown = (error as NodeJS.ErrnoException).code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
    if (isUnknown && flag)
      throw UsageError.unknown(
        "option",
        flag,
        Object.keys(options).map((name) => `--${name}`),
      );
    const [first] = (error as Error).message.split("\n");
    throw new UsageError(first.charAt(0).toLowerCase() + first.slice(1));
  }
}

/** A whole number from a flag. */
export function countOption(name: string, text: string | undefined): number {
  if (text === undefined) return 1;
  const count = Number(text);
  if (!Number.isInteger(count)) throw new UsageError(`invalid --${name}: ${text}; expected a whole number`);
  return count;
}

/** A file's bytes, or those of standard input for `-`. Throws `InputError` where there is no such file. */
export async function readBytes(path: string): Promise<Uint8Array> {
  if (path === "-") {
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputError(`cannot read ${path}: ${reasonOf(error)}`);
  }
}

/** The same as text. */
export const readText = async (path: string): Promise<string> =>
  Buffer.from(await readBytes(path)).toString("utf8");

let output: NodeJS.WriteStream | undefined;

/** Standard output, made when something is first written to it: few exports do. */
export function standardOutput(): NodeJS.WriteStream {
  // a reader that has seen enough (`| head`) is no failure
  return (output ??= process.stdout.on("error", ({ code }: NodeJS.ErrnoException) =>
    process.exit(code === "EPIPE" ? 0 : FAILED),
  ));
}

/** Bytes or text to a file, or to standard output for `-`. */
export async function writeOut(path: string, content: string | Uint8Array): Promise<void> {
  if (path === "-") {
    await new Promise<void>((done, failed) =>
      standardOutput().write(content, (error) => (error ? failed(error) : done())),
    );
    return;
  }
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new InputError(`cannot write ${path}: ${reasonOf(error)}`);
  }
}

/** Why a file cannot be read or written, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOENT: "no such file or folder",
    EACCES: "not allowed",
    EISDIR: "it is a folder",
    ENOSPC: "no space left",
  };
  return (code !== undefined && reasons[code]) || message;
}
