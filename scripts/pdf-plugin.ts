import type { Plugin } from "vite";

/** A module in place of one that `by` imports. */
interface Replaced {
  readonly by: readonly string[];
  readonly code: string;
}

/**
 * What pdfkit and fontkit load for other people's documents: broken lines, encryption, WOFF2. A figure has no use for
 * them, and what calls them all the same fails. The tables of Unicode, which are inflated twice over when fontkit is
 * loaded, wait until a letter is looked up in them: of three, one is.
 */
const REPLACED: Readonly<Record<string, Replaced>> = {
  linebreak: { by: ["pdfkit"], code: "export default undefined;" },
  "@noble/ciphers/aes": { by: ["pdfkit"], code: "export const cbc = undefined, ecb = undefined;" },
  "brotli/decompress.js": { by: ["fontkit"], code: "export default undefined;" },
  "unicode-trie": {
    by: ["fontkit", "unicode-properties"],
    code: `
      import UnicodeTrie from "unicode-trie";
      export default class {
        #data;
        #trie;
        constructor(data) {
          this.#data = data;
        }
        get(codePoint) {
          return (this.#trie ??= new UnicodeTrie(this.#data)).get(codePoint);
        }
      }`,
  },
};

const PREFIX = "\0for-figures:";

/** Leaves out of every build what a PDF of a figure does not need, and puts off what it needs late. */
export const pdfForFigures: Plugin = {
  name: "pdf-for-figures",
  apply: "build",
  enforce: "pre",
  resolveId(id, importer = "") {
    // what a replacement itself imports lies where this file's imports do
    if (importer.startsWith(PREFIX)) return this.resolve(id, import.meta.filename, { skipSelf: true });
    if (!Object.hasOwn(REPLACED, id)) return null;
    return REPLACED[id].by.some((name) => importer.includes(`/node_modules/${name}/`)) ? PREFIX + id : null;
  },
  load: (id) => (id.startsWith(PREFIX) ? REPLACED[id.slice(PREFIX.length)].code : null),
};
