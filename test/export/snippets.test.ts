import { describe, expect, it } from "vitest";
import { snippets } from "../../src/export/snippets.ts";
import { decodeLink } from "../../src/spec/link.ts";
import { elementIn, hugoParts, IDS, OPTIONS, SAID, SPEC, textOf } from "./snippet-support.ts";

/** What character references stand for. */
const decoded = (text: string): string =>
  text.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

const pictureSaying = (alt: string): string =>
  snippets(SPEC, { ...OPTIONS, alt }).find(({ id }) => id === "markdown")?.text ?? "";

describe("a snippet", () => {
  it("is there for each way of making a page", () => {
    expect(IDS).toEqual(["html", "iframe", "hexo", "hugo", "jekyll", "quarto", "quarto-ojs", "markdown"]);
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

  it("for Hugo is a call whose strings end where they should, without backslashes", () => {
    const { call } = hugoParts();
    expect(call).toMatch(/^\{\{< marginscape(?: \w+="[^"\\{}]*")+ >\}\}$/);
    const strings = [...call.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, text]) => [name, text]);
    const { spec, alt, ...rest } = Object.fromEntries(strings) as Record<string, string>;
    expect(decodeLink(spec).spec).toEqual(SPEC);
    expect(decoded(alt)).toBe(SAID);
    expect(rest).toEqual({ src: OPTIONS.image, width: "640", height: "560" });
  });

  it("for Hugo has the shortcode, which decodes what the call encodes, and the other way", () => {
    const { file, shortcode } = hugoParts();
    expect(file).toBe("layouts/shortcodes/marginscape.html");
    expect(shortcode.match(/\{\{.*?\}\}/g)).toEqual([
      '{{ .Get "spec" }}',
      '{{ .Get "src" | htmlUnescape }}',
      '{{ .Get "alt" | htmlUnescape }}',
      '{{ .Get "width" }}',
      '{{ .Get "height" }}',
    ]);
    expect(textOf("hugo")).toContain("markup.goldmark.renderer.unsafe = true");
  });

  it("for an Observable cell is one template, of which htl reads the raw text", () => {
    const [, template] = /html`([^`]*)`/.exec(textOf("quarto-ojs")) ?? [];
    expect(template).not.toMatch(/[\\$]/);
    expect(decodeLink(elementIn(template, "marginscape-figure").spec).spec).toEqual(SPEC);
    expect(elementIn(template, "img").alt).toBe(SAID);
  });

  it("for Markdown is one picture, with no sign of Markdown or of a generator in its text", () => {
    const [, alt, image] = /^!\[(.*)\]\(<(.*)>\)\n$/.exec(textOf("markdown")) ?? [];
    expect(image).toBe("figure%20one%20(2).svg");
    expect(decoded(alt)).toBe(SAID.replace("it's", "it’s"));
    expect(alt).not.toMatch(/[[\]\\`"'|$@~^{]|<\S|&(?!#\d+;|\s)|--|\b_\s|\s_\b|\*\w/);
  });

  it.each([
    "Circle loss: γ = 256, m = 0.25, K = L = 1 (detached gradient; a < b > c & d)",
    "(a, c) constant s_p = 0, 0.2, 0.4 … 2 * 3 = 6, -1 to +1, 50 %, #1!",
    "合页：相似度 s_n",
  ])("for Markdown leaves a text alone that has none: %s", (alt) => {
    // not every renderer decodes there
    expect(pictureSaying(alt)).toContain(`![${alt}](`);
  });
});
