import { type SnippetOptions, snippets } from "../../src/export/snippets.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { parseXml } from "./xml.ts";

/** A figure whose every text has what some generator of pages takes for a sign of its own. */
export const SPEC: FigureSpec = {
  version: 1,
  title: `"}}>" {% raw %} \`\${x}\` </script>`,
  loss: { id: "circle", params: { margin: 0.3 } },
};
export const OPTIONS: SnippetOptions = {
  address: "https://example.org/tool",
  image: "figure one (2).svg",
  width: 640,
  height: 560,
  alt: `Loss "L" & <b>\n\n{{ x }} {% endraw %} {# y #} {{< z >}} \`\${y}\` ] it's 圆 $\\m_1$ _a_ a|b &lt; -- *c* \\" @d \\`,
};
export const SAID = OPTIONS.alt.replaceAll(/\s+/g, " ");

const all = snippets(SPEC, OPTIONS);
export const IDS = all.map(({ id }) => id);
export const textOf = (id: string): string => all.find((each) => each.id === id)?.text ?? "";

/** The call of Hugo's shortcode, and the file of the shortcode, from the text that has both. */
export function hugoParts(text = textOf("hugo")): { call: string; file: string; shortcode: string } {
  const [, call, file, shortcode] = /^(.*)\n\n.* as (layouts\S+):\n\n([^]*?\n)\n/.exec(text) ?? [];
  return { call, file, shortcode };
}

/** The first element of some name in a text, read as XML. */
export function elementIn(text: string, name: string): Readonly<Record<string, string>> {
  const found = new RegExp(`<${name}\\b[^>]*>`).exec(text)?.[0] ?? "";
  return parseXml(found.replace(/\/?>$/, "/>").replace(" controls", "")).attributes;
}
