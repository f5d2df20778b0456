import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const WORKER = "offline.js";
const source = fileURLToPath(new URL("offline-worker.js", import.meta.url));

const sha256 = (content: string | Buffer): Buffer => createHash("sha256").update(content).digest();

/** Every file of a folder by its path, with what a browser checks it by. */
function integrities(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => path !== WORKER)
    .toSorted();
  return Object.fromEntries(
    files.map((path) => [path, `sha256-${sha256(readFileSync(join(folder, path))).toString("base64")}`]),
  );
}

/** Writes the service worker of a built site into its folder: `offline-worker.js` with the list of all that is there. */
export function writeWorker(folder: string): void {
  const files = JSON.stringify(integrities(folder), null, 1);
  const code = readFileSync(source, "utf8");
  const version = sha256(files + code)
    .toString("hex")
    .slice(0, 16);
  writeFileSync(join(folder, WORKER), `const VERSION = "${version}";\nconst FILES = ${files};\n\n${code}`);
}

export const offline: Plugin = {
  name: "offline",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client",
  writeBundle: {
    order: "post",
    sequential: true,
    handler: ({ dir = "" }) => writeWorker(resolve(dir)),
  },
};

/** Browsers that can read the first kind of a font never ask for the others, which a copy of the site need not have. */
export const oneKindOfFont: Plugin = {
  name: "one-kind-of-font",
  enforce: "pre",
  transform(code, id) {
    if (!/katex[^?]*\.css$/.test(id.split("?")[0])) return null;
    const short = code.replace(
      /(format\("woff2"\)),url\([^)]*\) format\("woff"\),url\([^)]*\) format\("truetype"\)/g,
      "$1",
    );
    return { code: short, map: null };
  },
};
