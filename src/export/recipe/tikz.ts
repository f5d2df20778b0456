const FIRST = "%% marginscape-recipe ";
const NEXT = "%%> ";
const WIDTH = 90;

/** A recipe as comment lines of a TeX file: ASCII, so that no encoding harms it, and short, so that no mail does. */
export function recipeComment(recipe: string): string {
  const ascii = recipe.replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  // editors cut spaces at the end of a line
  const parts = (ascii.match(new RegExp(`.{1,${WIDTH}}`, "g")) ?? []).map((part) =>
    part.replace(/ $/, "\\u0020"),
  );
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return `${FIRST}${length}\n${parts.map((part) => `${NEXT}${part}\n`).join("")}`;
}

/** Whether there are the lines of a recipe, whole or not. */
export const hasRecipeComment = (tex: string): boolean => tex.includes(FIRST);

/** The recipe of a TeX file, also of a figure within a longer one; undefined where there is none, or only a part. */
export function recipeFromTex(tex: string): string | undefined {
  const from = tex.indexOf(FIRST);
  if (from < 0) return undefined;
  const [first, ...lines] = tex.slice(from).split(/\r\n?|\n/);
  const end = lines.findIndex((line) => !line.trimStart().startsWith(NEXT));
  const text = lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.trimStart().slice(NEXT.length))
    .join("");
  return text.length === Number(first.slice(FIRST.length)) ? text : undefined;
}
