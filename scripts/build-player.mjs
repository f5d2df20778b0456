// Writes src/assets/player-KIND.js, the script that a page of export carries: one for each kind of figure, which knows
// no other, and player-mixed.js for panels of several kinds. Vite's configuration calls it before a build; it does
// nothing while the sources are what they were.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { root, version } from "./project.mjs";

const sources = resolve(root, "src");
const tables = [join(sources, "figures/kinds.ts"), join(sources, "spec/kinds.ts")];
const stamp = resolve(root, "node_modules/.cache/player/sources.sha256");

/** What readers of the catalogue want to know and a player never says. */
const PROSE = new Set(["pitfalls", "source", "similarity", "note"]);

/** The tables of d3 are made as its modules load, each by one of these: a player keeps only those it uses. */
const PURE = ["ramp", "colors", "scheme", "cubehelix", "interpolateCubehelixLong", "cubehelixLong"];

/** Every import of a table of kinds: the names, and the file, which begins with its kind. @param {string} table */
function importsOf(table) {
  const imports = /import \{ ([\w, ]+) \} from "\.\/(\w+)(-\w+)?\.ts";/g;
  return [...readFileSync(table, "utf8").matchAll(imports)].map(([, names = "", kind = "", rest = ""]) => ({
    names: names.split(", "),
    kind,
    file: `./${kind}${rest}.ts`,
  }));
}

const kinds = () =>
  importsOf(tables[0])
    .filter(({ names: [name = ""] }) => name.startsWith("prepare"))
    .map(({ kind }) => kind);

function hashOfSources() {
  const hash = createHash("sha256").update(readFileSync(new URL(import.meta.url)));
  const names = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.(ts|json)$/.test(name) && !/^(app|cli)\b/.test(name),
  );
  for (const name of names.toSorted()) hash.update(name).update(readFileSync(join(sources, name)));
  return hash.update(readFileSync(resolve(root, "package-lock.json"))).digest("hex");
}

/** Leaves all kinds but one out. @param {string} only @returns {import("vite").Plugin} */
const withoutOtherKinds = (only) => ({
  name: "without-other-kinds",
  enforce: "pre",
  resolveId(id, importer = "") {
    if (id === "mathjs/number") return join(sources, "player/formula-parser.ts");
    if (only === "mixed" || !tables.includes(importer)) return null;
    const others = kinds().filter((kind) => kind !== only);
    const absent = importsOf(importer).find(({ kind, file }) => file === id && others.includes(kind));
    return absent ? `\0absent:${absent.names.join()}` : null;
  },
  load(id) {
    if (!id.startsWith("\0absent:")) return null;
    const names = id.slice("\0absent:".length).split(",");
    return names.map((name) => `export const ${name} = undefined;`).join("\n");
  },
});

/** @type {import("vite").Plugin} */
const withoutProse = {
  name: "without-prose",
  enforce: "post",
  transform(code, id) {
    if (!id.startsWith(join(sources, "losses"))) return null;
    /** @type {{ start: number, end: number, instead: string }[]} */
    const cuts = [];
    /** @param {any} node */
    const walk = (node) => {
      if (typeof node !== "object" || node === null) return;
      const instead =
        node.type === "Property" && PROSE.has(node.key.name) ? EMPTY[node.value.type] : undefined;
      if (instead !== undefined) cuts.push({ start: node.value.start, end: node.value.end, instead });
      else for (const child of Object.values(node)) walk(child);
    };
    walk(this.parse(code).body);
    let short = code;
    for (const { start, end, instead } of cuts.toSorted((a, b) => b.start - a.start))
      short = short.slice(0, start) + instead + short.slice(end);
    return { code: short, map: null };
  },
};

/** @type {Record<string, string>} */
const EMPTY = { ArrayExpression: "[]", ObjectExpression: "{}", Literal: '""', Identifier: "{}" };

/** @param {string} kind @returns {Promise<string>} */
async function bundled(kind) {
  const { build } = await import("vite");
  const result = await build({
    root,
    configFile: false,
    logLevel: "warn",
    define: { __VERSION__: JSON.stringify(version) },
    plugins: [withoutOtherKinds(kind), withoutProse],
    build: {
      write: false,
      target: "es2023",
      minify: true,
      modulePreload: false,
      copyPublicDir: false,
      lib: {
        entry: join(sources, "player/page.ts"),
        formats: ["iife"],
        name: "marginscape",
        fileName: () => "player.js",
      },
      rolldownOptions: {
        treeshake: {
          moduleSideEffects: (id) => !/node_modules[\\/](d3|fflate)/.test(id),
          manualPureFunctions: PURE,
        },
        output: { codeSplitting: false },
      },
    },
  });
  const [{ output }] = /** @type {import("vite").Rolldown.RolldownOutput[]} */ ([result].flat());
  // inside a page nothing may end the script element, or begin a comment that would hide its end
  return output[0].code.trim().replace(/<(?=\/script|script|!--)/gi, "\\x3C");
}

export async function buildPlayers() {
  const hash = hashOfSources();
  const names = [...kinds(), "mixed"];
  const fileOf = (/** @type {string} */ kind) => resolve(sources, `assets/player-${kind}.js`);
  const fresh = [stamp, ...names.map(fileOf)].every((file) => existsSync(file));
  if (fresh && readFileSync(stamp, "utf8") === hash) return;
  for (const name of names) replace(fileOf(name), await bundled(name));
  mkdirSync(resolve(stamp, ".."), { recursive: true });
  replace(stamp, hash);
}

/** Whole or not at all: another process may be reading. @param {string} file @param {string} content */
function replace(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildPlayers();
