import { RECIPE_SCRIPT_ID } from "./keys.ts";
import { endOfTag } from "./xml.ts";

/** A recipe as an element of a page. */
export const recipeScript = (recipe: string): string => jsonScript(RECIPE_SCRIPT_ID, recipe);

/** JSON as an element of a page; nothing in it can end the element. */
export const jsonScript = (id: string, json: string): string =>
  `<script type="application/json" id="${id}">${json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}</script>`;

const IS_RECIPE_SCRIPT = new RegExp(`\\sid\\s*=\\s*(["']?)${RECIPE_SCRIPT_ID}\\1(?=[\\s/>]|$)`, "i");

/** The recipe of a page; undefined where there is none. One pass: no text takes longer than its length. */
export function recipeFromHtml(html: string): string | undefined {
  const marks = /<!--|<script\b/gi;
  const ends = /<\/script/gi;
  for (let found = marks.exec(html); found !== null; found = marks.exec(html)) {
    if (found[0] === "<!--") {
      marks.lastIndex = html.indexOf("-->", found.index) + 3;
      if (marks.lastIndex < 3) return undefined;
      continue;
    }
    const inside = endOfTag(html, found.index) + 1;
    ends.lastIndex = inside;
    const end = ends.exec(html);
    if (inside === 0 || end === null) return undefined;
    if (IS_RECIPE_SCRIPT.test(html.slice(found.index, inside))) return html.slice(inside, end.index);
    marks.lastIndex = end.index + 1;
  }
  return undefined;
}
