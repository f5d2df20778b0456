// What leaves out of the script of an exported page what it never uses.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { interpolateCividis, interpolateRainbow, interpolateRdBu, interpolateViridis, rgb } from "d3";
import { root } from "./project.mjs";
import { PURE_IN_D3 } from "./tree-shaking.mjs";

const sources = resolve(root, "src");

/** What readers of the catalogue want to know and a player never says. */
const PROSE = new Set(["pitfalls", "source", "similarity", "note"]);

/** A part of a schema as it is made: the page's own recipe was checked as it was written. */
const SCHEMA = /(?<![.\w])(?:v\.\w+|objectOf|listOf|oneOf|text|whole|within|usualOr)\(/g;

/** @type {Record<string, string>} */
const EMPTY = { ArrayExpression: "[]", ObjectExpression: "{}", Literal: '""', Identifier: "{}" };

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

/** @type {import("vite").Plugin} */
const withoutSchemas = {
  name: "without-schemas",
  enforce: "post",
  transform(code, id) {
    if (!id.startsWith(join(sources, "spec"))) return null;
    return { code: code.replace(SCHEMA, "/* @__PURE__ */ $&"), map: null };
  },
};

/**
 * Colours of a map at the 255 parts that palettes ask for: how far red, green and blue each rise from one to the next,
 * as letters round P, which compress well. @param {(part: number) => string} map
 */
function tabulated(map) {
  const bytes = Array.from({ length: 255 }, (_, i) => rgb(map(i / 254)));
  const rises = /** @type {const} */ (["r", "g", "b"]).flatMap((channel) =>
    bytes.map((colour, i) => Math.round(colour[channel]) - Math.round(bytes[i - 1]?.[channel] ?? 0)),
  );
  return rises.map((rise) => (Math.abs(rise) < 12 ? String.fromCharCode(80 + rise) : `(${rise})`)).join("");
}

const COLOURS = `
const at = (text) => {
  const rises = text.match(/[E-[]|-?\\d+/g).map((rise) => (/\\d/.test(rise) ? Number(rise) : rise.charCodeAt(0) - 80));
  const byte = (from, i) => rises.slice(from, from + i + 1).reduce((sum, rise) => sum + rise, 0);
  return (part) => {
    const i = Math.round(254 * part);
    return { r: byte(0, i), g: byte(255, i), b: byte(510, i) };
  };
};
export const rgb = (colour) => colour;
${Object.entries({ interpolateCividis, interpolateRainbow, interpolateRdBu, interpolateViridis })
  .map(([name, map]) => `export const ${name} = at(${JSON.stringify(tabulated(map))});`)
  .join("\n")}
`;

/** Smaller modules in the place of some, and none in the place of what fills tables and lists of facts. */
/** @type {import("vite").Plugin} */
const standIns = {
  name: "stand-ins",
  enforce: "pre",
  resolveId(id, importer = "") {
    if (id === "mathjs/number") return join(sources, "player/formula-parser.ts");
    if (id === "d3" && importer.endsWith("colour-maps/maps.ts")) return "\0colours";
    if (importer.startsWith(join(sources, "figures")) && /-(facts|table)\.ts$/.test(id))
      return `\0nothing:${resolve(importer, "..", id)}`;
    return null;
  },
  load(id) {
    if (id === "\0colours") return COLOURS;
    if (!id.startsWith("\0nothing:")) return null;
    const left = readFileSync(id.slice("\0nothing:".length), "utf8");
    const names = [...left.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
    return names.map((name) => `export const ${name} = undefined;`).join("\n");
  },
};

export const leaner = {
  plugins: [standIns, withoutProse, withoutSchemas],
  treeshake: {
    moduleSideEffects: (/** @type {string} */ id) => !/node_modules[\\/](d3|fflate|valibot)/.test(id),
    propertyReadSideEffects: /** @type {const} */ (false),
    manualPureFunctions: PURE_IN_D3,
  },
};
