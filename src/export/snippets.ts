import type { FigureSpec } from "../spec/figure.ts";
import { encodeLink } from "../spec/link.ts";
import { escaped } from "./svg-document.ts";

export interface SnippetOptions {
  /** Where the explorer is served: the folder of `marginscape-figure.js` and `embed.html`. */
  readonly address: string;
  /** Address of the figure as a picture, which stands where scripts do not run. */
  readonly image: string;
  /** Of the picture, in pixels: the page keeps that room free. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Text to paste, for one way of making pages. */
export interface Snippet {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** How a figure gets into a page, for several ways of making one; everywhere but in a frame with its static picture. */
export function snippets(spec: FigureSpec, options: SnippetOptions): Snippet[] {
  const base = options.address.replace(/\/*$/, "/");
  const link = encodeLink(spec);
  const plain = element(base, link, options);
  return [
    { id: "html", name: "HTML", text: plain },
    { id: "iframe", name: "HTML, in a frame", text: frame(base, link, options) },
    { id: "hexo", name: "Hexo", text: `{% raw %}\n${plain}{% endraw %}\n` },
    { id: "hugo", name: "Hugo", text: hugo(base, link, options) },
    { id: "jekyll", name: "Jekyll", text: `{::nomarkdown}\n${plain}{:/nomarkdown}\n` },
    { id: "quarto", name: "Quarto", text: `\`\`\`{=html}\n${plain}\`\`\`\n` },
    { id: "quarto-ojs", name: "Quarto, Observable cell", text: ojs(base, link, options) },
    { id: "markdown", name: "Markdown, picture only", text: markdown(options) },
  ];
}

/** For an attribute. Braces too, because generators of pages look for theirs everywhere; no line may be empty. */
const attribute = (text: string): string => escaped(single(text)).replace(/[{}`]/g, entity);

const single = (text: string): string => text.replace(/\s+/g, " ").trim();
const entity = (mark: string): string => `&#${mark.charCodeAt(0)};`;

const picture = ({ image, alt, width, height }: SnippetOptions): string =>
  `<img src="${attribute(image)}" alt="${attribute(alt)}" width="${width}" height="${height}" loading="lazy">`;

const element = (base: string, link: string, options: SnippetOptions): string =>
  `<script type="module" src="${attribute(base)}marginscape-figure.js"></script>
<marginscape-figure spec="${attribute(link)}" controls>
  ${picture(options)}
</marginscape-figure>
`;

const frame = (base: string, link: string, { alt, width, height }: SnippetOptions): string =>
  `<iframe src="${attribute(`${base}embed.html#${link}`)}&amp;hide=controls" title="${attribute(alt)}" width="${width}" height="${height + FOOT}" loading="lazy"></iframe>
`;

/** Read-out and link beneath the picture of a frame. */
const FOOT = 120;

/** Hugo takes no HTML in Markdown unless told to; a shortcode needs no such leave. Its strings know no backslash. */
function hugo(base: string, link: string, { image, alt, width, height }: SnippetOptions): string {
  const given = { spec: link, src: inString(image), alt: inString(alt), width, height };
  const named = Object.entries(given).map(([name, value]) => `${name}="${value}"`);
  return `{{< marginscape ${named.join(" ")} >}}

The shortcode, once, as layouts/shortcodes/marginscape.html:

<script type="module" src="${attribute(base)}marginscape-figure.js"></script>
<marginscape-figure spec="{{ .Get "spec" }}" controls>
  <img src="{{ .Get "src" | htmlUnescape }}" alt="{{ .Get "alt" | htmlUnescape }}" width="{{ .Get "width" }}" height="{{ .Get "height" }}" loading="lazy">
</marginscape-figure>

Without a shortcode the text for HTML works in Markdown where the site's configuration has
markup.goldmark.renderer.unsafe = true.
`;
}

const inString = (text: string): string => attribute(text).replaceAll("\\", entity);

const ojs = (base: string, link: string, options: SnippetOptions): string => `\`\`\`{ojs}
//| echo: false
{
  await import(${JSON.stringify(`${base}marginscape-figure.js`)});
  return html\`<marginscape-figure spec="${template(attribute(link))}" controls>${template(picture(options))}</marginscape-figure>\`;
}
\`\`\`
`;

/** Inside a template that htl reads raw: what JavaScript would undo there stays as it is. */
const template = (text: string): string => text.replace(/[\\$]/g, entity);

const markdown = ({ image, alt }: SnippetOptions): string =>
  `![${prose(alt)}](<${image.replace(/[<>\\{}`]/g, encodeURIComponent).replace(/\s/g, "%20")}>)\n`;

/**
 * For the brackets of Markdown: only what would be taken for a sign, since some renderers decode nothing there. Entities,
 * because Liquid, Nunjucks and shortcodes come before Markdown; the apostrophe, `--`, `...` and `(c)` for typographers.
 */
const prose = (text: string): string =>
  single(text)
    .replace(/(?<=\p{L})'/gu, "’")
    .replace(SIGN, entity);

const SIGN =
  /["$'@[\\\]^`{|~]|&(?=#?\w+;)|<(?=[\w/!?])|\*(?=\S)|(?<=\S)\*|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_|([-.])(?=\1)|:(?=\w)|\((?=\p{L}{1,2}\))/gu;
