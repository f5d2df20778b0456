import type { Plugin } from "vite";

/** A module in place of one that `by` imports. */
interface Replaced {
  readonly by: readonly string[];
  readonly code: string;
}

/**
 * Latin and Greek letters, punctuation, arrows and mathematical signs: what figures are written in. None is put over the
 * letter before it, and all are written from left to right.
 */
export const isPlain = (code: number): boolean =>
  code < 0x300 ||
  (code >= 0x370 && code < 0x400) ||
  (code >= 0x2000 && code < 0x200b) ||
  (code >= 0x2010 && code < 0x2028) ||
  (code >= 0x2030 && code < 0x2060) ||
  (code >= 0x2070 && code < 0x20d0) ||
  (code >= 0x2100 && code < 0x2c00);

/**
 * What pdfkit and fontkit load for other people's documents: broken lines, encryption, WOFF2. A figure has no use for
 * them, and what calls them all the same fails. The tables of Unicode, which are inflated twice over when fontkit is
 * loaded, wait until a letter is looked up in them, and letters of figures are not: nothing in a PDF depends on what a
 * table says of these.
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
  // programs of hinting, of which a subset has all: 4 KB a font, byte by byte
  restructure: {
    by: ["fontkit"],
    code: `
      import { Array as List, Number as Counted, uint8 } from "restructure";
      export * from "restructure";
      class Bytes extends List {
        get #isPlain() {
          return this.type === uint8 && !(this.length instanceof Counted);
        }
        size(bytes, ...rest) {
          return bytes && this.#isPlain ? bytes.length : super.size(bytes, ...rest);
        }
        encode(stream, bytes, parent) {
          if (this.#isPlain) stream.writeBuffer(bytes);
          else super.encode(stream, bytes, parent);
        }
      }
      export { Bytes as Array };`,
  },
  "unicode-properties": {
    by: ["fontkit"],
    code: `
      import { getScript as scriptOf, isMark as isAnyMark } from "unicode-properties";
      export { getCategory, getCombiningClass, isDigit } from "unicode-properties";
      const isPlain = ${isPlain.toString()};
      export const isMark = (code) => !isPlain(code) && isAnyMark(code);
      export const getScript = (code) => (isPlain(code) ? "Common" : scriptOf(code));`,
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
