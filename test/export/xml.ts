/** A part of a document: an element with its attributes and what it holds. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

const NAME = /^[A-Za-z][\w:.-]*/;
const ATTRIBUTE = /^\s+([A-Za-z][\w:.-]*)="([^"<]*)"/;
const ENTITY = /&(#\d+|#x[\dA-Fa-f]+|lt|gt|amp|quot|apos);/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
/** XML 1.0, section 2.2. */
const ILLEGAL = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * Reads XML of elements, attributes in double quotes, text and character references; strict: everything that is not
 * well-formed throws. No comments, no processing instructions, no doctype: nothing we write has any.
 */
export function parseXml(text: string): Element {
  const illegal = ILLEGAL.exec(text);
  if (illegal) throw new Error(`illegal character at ${illegal.index}`);
  const reader = new Reader(text);
  const root = reader.element();
  if (text.slice(reader.at).trim() !== "")
    throw new Error(`more after the root: ${text.slice(reader.at, reader.at + 40)}`);
  return root;
}

class Reader {
  at = 0;
  constructor(private readonly text: string) {}

  element(): Element {
    this.#take("<");
    const name = this.#match(NAME)[0];
    const attributes: Record<string, string> = {};
    for (let found = this.#look(ATTRIBUTE); found; found = this.#look(ATTRIBUTE)) {
      this.at += found[0].length;
      if (Object.hasOwn(attributes, found[1])) throw new Error(`${found[1]} twice in <${name}>`);
      attributes[found[1]] = decoded(found[2]);
    }
    if (this.#look(/^\s*\/>/)) {
      this.#match(/^\s*\/>/);
      return { name, attributes, children: [] };
    }
    this.#match(/^\s*>/);
    const children: (Element | string)[] = [];
    while (!this.text.startsWith("</", this.at)) {
      if (this.text[this.at] === "<") children.push(this.element());
      else children.push(decoded(this.#match(/^[^<]+/)[0]));
    }
    this.#take(`</${name}>`);
    return { name, attributes, children };
  }

  #look(pattern: RegExp): RegExpExecArray | null {
    return pattern.exec(this.text.slice(this.at, this.at + 400_000));
  }

  #match(pattern: RegExp): RegExpExecArray {
    const found = this.#look(pattern);
    if (!found) throw new Error(`expected ${pattern.source} at ${this.text.slice(this.at, this.at + 60)}`);
    this.at += found[0].length;
    return found;
  }

  #take(expected: string): void {
    if (!this.text.startsWith(expected, this.at))
      throw new Error(`expected ${expected} at ${this.text.slice(this.at, this.at + 60)}`);
    this.at += expected.length;
  }
}

function decoded(text: string): string {
  if (text.replaceAll(ENTITY, "").includes("&")) throw new Error(`bare & in ${text.slice(0, 60)}`);
  return text.replaceAll(ENTITY, (_, name: string) => {
    if (!name.startsWith("#")) return NAMED[name];
    return String.fromCodePoint(
      name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)),
    );
  });
}

/** All text of an element. */
export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");

/** Every element with this name, in the order of the document. */
export const elementsOf = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...elementsOf(child, name)],
  );
