// Writes src/assets/player.json: the script that makes an exported page alive, in pieces, of which src/export/player.ts
// puts those together that a figure needs. One piece to each kind of figure, one to each loss, one to formulae, one to
// paths, and what they share. Vite's configuration calls it before a build; it does nothing while the sources are what
// they were.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { root, version } from "./project.mjs";
import { leaner } from "./player-leaner.mjs";

const sources = resolve(root, "src");
const at = (/** @type {string} */ file) => join(sources, file);
const catalogue = at("losses/index.ts");
const tables = [at("figures/kinds.ts"), at("spec/kinds.ts"), at("spec/other-kinds.ts")];
const asset = at("assets/player.json");
const stamp = resolve(root, "node_modules/.cache/player/sources.sha256");

/** What few figures need, and the file that asks for it. */
const SOMETIMES = [
  // typed losses and second derivatives
  {
    piece: "formula",
    files: ["formula/whole.ts", "plane/tiles/sample-program.ts"],
    asking: "plane/at-once.ts",
  },
  // descent paths
  { piece: "flow", files: ["region/flow.ts"], asking: "player/page.ts" },
];

/** Every import of a table: the names, and the file. @param {string} table */
function importsOf(table) {
  const imports = /import \{ ([\w, ]+) \} from "\.\/([\w-]+)\.ts";/g;
  return [...readFileSync(table, "utf8").matchAll(imports)].map(([, names = "", name = ""]) => ({
    names: names.split(", "),
    name,
    file: resolve(table, "..", `${name}.ts`),
  }));
}

/** @param {string} file the file of a kind begins with its name */
const kindOf = (file) => kinds().find((kind) => file === kind || file.startsWith(`${kind}-`));

const kinds = () =>
  importsOf(tables[0])
    .filter(({ names: [name = ""] }) => name.startsWith("prepare"))
    .map(({ name }) => name.replace(/-figure$/, ""));

/** A page's own recipe was checked as it was written. @param {string} name */
const isNoSchema = (name) => !name.endsWith("Schema");

/** What each piece that a page may lack has for the others, as the text of a module. @returns {Map<string, string>} */
function entries() {
  /** @param {string} names @param {string} file */
  const from = (names, file) => `export ${names} from ${JSON.stringify(file)};`;
  const pieces = [
    ...kinds().map((kind) => {
      const imports = tables.flatMap(importsOf).filter(({ name }) => kindOf(name) === kind);
      const read = imports.map(({ names, file }) => from(`{ ${names.filter(isNoSchema).join()} }`, file));
      return [`kind-${kind}`, read.join("\n")];
    }),
    ...importsOf(catalogue)
      .filter(({ name }) => name !== "types")
      .map(({ names, name, file }) => [`loss-${name}`, from(`{ ${names[0]} as loss }`, file)]),
    ...SOMETIMES.map(({ piece, files }) => [piece, files.map((file) => from("*", at(file))).join("\n")]),
  ];
  return new Map(pieces.map(([name = "", text = ""]) => [name, text]));
}

/** An import of what a page may lack is left to `require`. @returns {import("vite").Plugin} */
const inPieces = () => {
  const texts = entries();
  return {
    name: "in-pieces",
    enforce: "pre",
    resolveId(id, importer = "") {
      const piece = id.split("piece:")[1];
      if (piece !== undefined) return `\0piece:${piece}`;
      const file = resolve(importer, "..", id);
      if (file === catalogue) return { id: "losses", external: true };
      const asked = SOMETIMES.find(
        ({ files, asking }) => importer === at(asking) && files.map(at).includes(file),
      );
      if (asked) return { id: `optional:${asked.piece}`, external: true };
      const kind =
        tables.includes(importer) && importsOf(importer).some((each) => each.file === file)
          ? kindOf(file.slice(file.lastIndexOf("/") + 1, -".ts".length))
          : undefined;
      return kind === undefined ? null : { id: `optional:kind-${kind}`, external: true };
    },
    load: (id) => (id.startsWith("\0piece:") ? texts.get(id.slice("\0piece:".length)) : null),
  };
};

/** @returns {Promise<string>} */
async function piecesAsJson() {
  const { build } = await import("vite");
  const result = await build({
    root,
    configFile: false,
    logLevel: "warn",
    define: { __VERSION__: JSON.stringify(version) },
    plugins: [inPieces(), ...leaner.plugins],
    build: {
      write: false,
      target: "es2023",
      minify: true,
      modulePreload: false,
      copyPublicDir: false,
      lib: {
        entry: {
          page: at("player/page.ts"),
          ...Object.fromEntries([...entries().keys()].map((name) => [name, `piece:${name}`])),
        },
        formats: ["cjs"],
        fileName: (_, name) => name,
      },
      rolldownOptions: {
        treeshake: leaner.treeshake,
        checks: { pluginTimings: false },
        output: { chunkFileNames: "[name]", esModule: false, generatedCode: { symbols: false } },
      },
    },
  });
  const [{ output }] = /** @type {import("vite").Rolldown.RolldownOutput[]} */ ([result].flat());
  const chunks = output.flatMap((chunk) => (chunk.type === "chunk" ? [chunk] : []));
  const names = new Set(chunks.map(({ fileName }) => fileName));
  const found = chunks
    .toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))
    .map(({ fileName, imports, code }) => [
      fileName,
      { needs: imports.filter((name) => names.has(name)).toSorted(), code: insidePage(code) },
    ]);
  return `${JSON.stringify(Object.fromEntries(found), null, 1)}\n`;
}

/**
 * Nothing may end the script element, or begin a comment that would hide its end; and every piece is one name.
 * @param {string} code
 */
const insidePage = (code) =>
  code
    .trim()
    .replace(/<(?=\/script|script|!--)/gi, "\\x3C")
    .replace(/require\(([`"'])\.\//g, "require($1");

function hashOfSources() {
  const hash = createHash("sha256");
  for (const script of ["build-player.mjs", "player-leaner.mjs", "tree-shaking.mjs"])
    hash.update(readFileSync(new URL(script, import.meta.url)));
  const names = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.(ts|json)$/.test(name) && !/^(app|cli|assets)\b/.test(name),
  );
  for (const name of names.toSorted()) hash.update(name).update(readFileSync(join(sources, name)));
  return hash.update(readFileSync(resolve(root, "package-lock.json"))).digest("hex");
}

export async function buildPlayer() {
  const hash = hashOfSources();
  const isFresh = [stamp, asset].every((file) => existsSync(file)) && readFileSync(stamp, "utf8") === hash;
  if (isFresh) return;
  replace(asset, await piecesAsJson());
  mkdirSync(resolve(stamp, ".."), { recursive: true });
  replace(stamp, hash);
}

/** Whole or not at all: another process may be reading. @param {string} file @param {string} content */
function replace(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildPlayer();
