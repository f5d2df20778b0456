/** Text, or text with formulas in it: `["margin ", tex`m`]`. */
export type Words = string | Node | readonly (string | Node)[];

export const wordsOf = (words: Words): readonly (string | Node)[] =>
  typeof words === "string" || words instanceof Node ? [words] : words;

/** An element with attributes and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
