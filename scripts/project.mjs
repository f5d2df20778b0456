import { readFileSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** @type {{ version: string }} */
export const { version } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8"));

/** The environment in which the project's own tools are found by name, with and without npm around. */
export const toolEnv = {
  ...process.env,
  PATH: resolve(root, "node_modules/.bin") + delimiter + (process.env.PATH ?? ""),
};
