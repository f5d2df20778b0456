const FIRST = "%% marginscape-recipe ";
const NEXT = "%%> ";
const WIDTH = 90;

/** A recipe as comment lines of a TeX file: ASCII, so that no encoding harms it, and short, so that no mail does. */
export function recipeComment(recipe: string): string {
  const ascii = recipe.replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const parts = ascii.match(new RegExp(`.{1,${WIDTH}}`, "g")) ?? [];
  return `${FIRST}${ascii.length}\n${parts.map((part) => `${NEXT}${part}\n`).join("")}`;
}

/** The recipe of a TeX file; undefined where there is none, or only a part. */
export function recipeFromTex(tex: string): string | undefined {
  const lines = tex.split(/\r?\n/);
  const first = lines.findIndex((line) => line.startsWith(FIRST));
  if (first < 0) return undefined;
  const length = Number(lines[first].slice(FIRST.length));
  let text = "";
  for (let i = first + 1; i < lines.length && lines[i].startsWith(NEXT); i++)
    text += lines[i].slice(NEXT.length);
  // editors that cut spaces at the end of a line would change it
  return text.length === length ? text : undefined;
}
