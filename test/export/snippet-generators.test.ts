import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { decodeLink } from "../../src/spec/link.ts";
import { elementIn, hugoParts, OPTIONS, SAID, SPEC, textOf } from "./snippet-support.ts";
import { has, outputOf } from "./tools.ts";

const folder = mkdtempSync(join(tmpdir(), "marginscape-snippets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (...path: readonly string[]): string => join(folder, ...path);
const read = (...path: readonly string[]): string => readFileSync(at(...path), "utf8");

function write(text: string, ...path: readonly string[]): void {
  mkdirSync(dirname(at(...path)), { recursive: true });
  writeFileSync(at(...path), text);
}

const post = (text: string): string =>
  `---\nlayout: plain\ntitle: A post\n---\n\nBefore.\n\n${text}\nAfter.\n`;

/** The element between its neighbours, whole and in no paragraph, and nothing else. */
function expectElement(page: string, src = OPTIONS.image): void {
  expect(page).toMatch(
    /^<p>Before\.<\/p>\s*<script [^>]*><\/script>\s*<marginscape-figure [^>]*>\s*<img [^>]*>\s*<\/marginscape-figure>\s*<p>After\.<\/p>\s*$/,
  );
  expect(decodeLink(elementIn(page, "marginscape-figure").spec).spec).toEqual(SPEC);
  const { alt, src: from } = elementIn(page, "img");
  expect([alt, from]).toEqual([SAID, src]);
}

function expectFrame(page: string): void {
  expect(page).toMatch(/^<p>Before\.<\/p>\s*<iframe [^>]*>\s*<\/iframe>\s*<p>After\.<\/p>\s*$/);
  expect(elementIn(page, "iframe").title).toBe(SAID);
}

const alternative = (page: string): string => elementIn(page, "img").alt;
const TYPESET = SAID.replace("it's", "it’s");

describe.skipIf(!has("hugo"))("Hugo (skipped where it is not installed)", () => {
  const CONFIG = `baseURL = "https://example.org/"\ndisableKinds = ["RSS", "sitemap", "taxonomy", "term", "home", "section"]\n`;
  const built = (site: string): string => outputOf("hugo", "--quiet", "--source", at(site));
  const page = (site: string, name: string): string => read(site, "public", name, "index.html");

  it("makes the element from the shortcode, without leave for HTML", () => {
    const { call, file, shortcode } = hugoParts();
    write(CONFIG, "short", "config.toml");
    write("{{ .Content }}", "short", "layouts/_default/single.html");
    write(shortcode, "short", file);
    write(post(`${call}\n`), "short", "content/figure.md");
    write(post(textOf("markdown")), "short", "content/picture.md");
    built("short");
    expectElement(page("short", "figure"), encodeURI(OPTIONS.image).replace("(", "%28").replace(")", "%29"));
    // its text is not compared: Hugo 0.111 decodes nothing there
    expect(page("short", "picture")).toMatch(/^<p>Before\.<\/p>\s*<p><img [^>]*><\/p>\s*<p>After/);
  });

  it("takes the HTML as it is, with leave", () => {
    write(`${CONFIG}markup.goldmark.renderer.unsafe = true\n`, "plain", "config.toml");
    write("{{ .Content }}", "plain", "layouts/_default/single.html");
    write(post(textOf("html")), "plain", "content/element.md");
    write(post(textOf("iframe")), "plain", "content/frame.md");
    built("plain");
    expectElement(page("plain", "element"));
    expectFrame(page("plain", "frame"));
  });
});

describe.skipIf(!has("jekyll"))("Jekyll (skipped where it is not installed)", () => {
  it("takes element, frame and picture as they are", () => {
    write("title: A site\n", "jekyll", "_config.yml");
    write("{{ content }}", "jekyll", "_layouts/plain.html");
    for (const id of ["jekyll", "iframe", "markdown"]) write(post(textOf(id)), "jekyll", `${id}.md`);
    outputOf("jekyll", "build", "--quiet", "--source", at("jekyll"), "--destination", at("jekyll", "_site"));
    const page = (id: string): string => read("jekyll", "_site", `${id}.html`);
    expectElement(page("jekyll"));
    expectFrame(page("iframe"));
    expect(alternative(page("markdown"))).toBe(TYPESET);
  });
});

describe.skipIf(!has("pandoc"))("pandoc, as in Quarto (skipped where it is not installed)", () => {
  const made = (id: string): string => {
    write(post(textOf(id)), "pandoc", `${id}.md`);
    return outputOf("pandoc", "--from=markdown", "--to=html", "--wrap=none", at("pandoc", `${id}.md`));
  };

  it("takes element, frame and picture as they are", () => {
    expectElement(made("quarto"));
    expectFrame(made("iframe"));
    expect(alternative(made("markdown"))).toBe(TYPESET);
  });
});
