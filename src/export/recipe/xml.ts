const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** What an XML text says: sections of characters as they are, references put in. */
function spokenXml(text: string): string {
  return text
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) =>
      part.startsWith("<![CDATA[")
        ? part.slice(9, -3)
        : part.replace(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
            if (!name.startsWith("#")) return Object.hasOwn(NAMED, name) ? NAMED[name] : whole;
            const hex = name[1] === "x" || name[1] === "X";
            const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
            return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
          }),
    )
    .join("");
}

/** Recipes begin so, whatever wrote the file that carries them. */
const IS_RECIPE = /^\s*\{\s*"marginscape"/;

/** The text of the first element of this name that holds a recipe. */
export function recipeInElement(xml: string, name: string): string | undefined {
  const elements = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}\\s*>`, "g");
  for (const [, inner] of xml.matchAll(elements)) {
    const text = spokenXml(inner);
    if (IS_RECIPE.test(text)) return text;
  }
  return undefined;
}
