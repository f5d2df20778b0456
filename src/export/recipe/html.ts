import { RECIPE_SCRIPT_ID } from "./keys.ts";

/** A recipe as an element of a page. */
export const recipeScript = (recipe: string): string => jsonScript(RECIPE_SCRIPT_ID, recipe);

/** JSON as an element of a page; nothing in it can end the element. */
export const jsonScript = (id: string, json: string): string =>
  `<script type="application/json" id="${id}">${json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}</script>`;

/** The recipe of a page; undefined where there is none. */
export function recipeFromHtml(html: string): string | undefined {
  const scripts = /<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi;
  for (const [, attributes, text] of html.matchAll(scripts))
    if (new RegExp(`\\bid\\s*=\\s*["']?${RECIPE_SCRIPT_ID}\\b`).test(attributes)) return text;
  return undefined;
}
