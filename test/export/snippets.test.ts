import { describe, expect, it } from "vitest";
import { type SnippetOptions, snippets } from "../../src/export/snippets.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { decodeLink } from "../../src/spec/link.ts";
import { parseXml } from "./xml.ts";

const SPEC: FigureSpec = {
  version: 1,
  title: `"}}>" {% raw %} \`\${x}\` </script>`,
  loss: { id: "circle", params: { margin: 0.3 } },
};
const OPTIONS: SnippetOptions = {
  address: "https://example.org/tool",
  image: "figure one (2).svg",
  width: 640,
  height: 560,
  alt: `Loss "L" & <b>\n\n{{ x }} {% endraw %} \`\${y}\` ] it's`,
};
const SAID = OPTIONS.alt.replaceAll(/\s+/g, " ");

const all = snippets(SPEC, OPTIONS);
const textOf = (id: string): string => all.find((each) => each.id === id)?.text ?? "";

/** The first element of some name in a text, read as XML. */
function elementIn(text: string, name: string): Readonly<Record<string, string>> {
  const found = new RegExp(`<${name}\\b[^>]*>`).exec(text)?.[0] ?? "";
  return parseXml(found.replace(/\/?>$/, "/>").replace(" controls", "")).attributes;
}

describe("a snippet", () => {
  it("is there for each way of making a page", () => {
    expect(all.map(({ id }) => id)).toEqual([
      "html",
      "iframe",
      "hexo",
      "hugo",
      "jekyll",
      "quarto",
      "quarto-ojs",
      "markdown",
    ]);
  });

  it.each(["html", "hexo", "jekyll", "quarto"])("for %s carries figure and picture, whole", (id) => {
    const text = textOf(id);
    expect(decodeLink(elementIn(text, "marginscape-figure").spec).spec).toEqual(SPEC);
    expect(elementIn(text, "img")).toEqual({
      src: OPTIONS.image,
      alt: SAID,
      width: "640",
      height: "560",
      loading: "lazy",
    });
    expect(text).toContain('src="https://example.org/tool/marginscape-figure.js"');
    expect(text).not.toContain("noscript");
  });

  it.each(["html", "hexo", "jekyll", "quarto"])(
    "for %s has no empty line and no mark of a generator",
    (id) => {
      const inner = textOf("html");
      expect(textOf(id)).toContain(inner);
      expect(inner).not.toMatch(/\n\s*\n|[{}`]/);
      expect(inner.match(/<\/?script/g)).toHaveLength(2);
    },
  );

  it("for a frame has the link, without controls, and a name", () => {
    const { src, title } = elementIn(textOf("iframe"), "iframe");
    const [address, hash] = src.split("#");
    expect(address).toBe("https://example.org/tool/embed.html");
    expect(decodeLink(hash)).toEqual({ spec: SPEC, unknown: [["hide", "controls"]] });
    expect(title).toBe(SAID);
  });

  it("for Hugo is a call whose strings end where they should", () => {
    const [call] = textOf("hugo").split("\n");
    const strings = [...call.matchAll(/(\w+)=("(?:[^"\\]|\\.)*")/g)].map(([, name, text]) => [
      name,
      JSON.parse(text),
    ]);
    const { spec, ...rest } = Object.fromEntries(strings) as Record<string, string>;
    expect(decodeLink(spec).spec).toEqual(SPEC);
    expect(rest).toEqual({ src: OPTIONS.image, alt: SAID, width: "640", height: "560" });
    expect(call.indexOf(">}}")).toBe(call.length - 3);
    expect(textOf("hugo")).toContain("markup.goldmark.renderer.unsafe = true");
  });

  it("for an Observable cell is one template that says what the HTML says", () => {
    const template = /html`((?:[^`\\]|\\.)*)`/.exec(textOf("quarto-ojs"))?.[1] ?? "";
    expect(template).not.toMatch(/(?<!\\)\$\{/);
    const plain = template.replaceAll(/\\([\\$])/g, "$1");
    expect(decodeLink(elementIn(plain, "marginscape-figure").spec).spec).toEqual(SPEC);
    expect(elementIn(plain, "img").alt).toBe(SAID);
  });

  it("for Markdown is one picture", () => {
    expect(textOf("markdown")).toMatch(/^!\[(?:[^\]\\]|\\.)*\]\(<figure%20one%20\(2\)\.svg>\)\n$/);
  });
});
