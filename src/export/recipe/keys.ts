/** What a recipe is called in the files that carry one. */
export const RECIPE_KEYWORD = "marginscape";
export const RECIPE_SCRIPT_ID = "marginscape-recipe";
/** Beside a page's recipe: the outlines of its typeset mathematics, for a player that cannot typeset. */
export const TEX_SCRIPT_ID = "marginscape-tex";

/** Recipes begin so, whatever wrote the file that carries them. */
export const isRecipe = (text: string): boolean => /^\s*\{\s*"marginscape"/.test(text);

/** Characters; far more than any figure's recipe has. */
export const LARGEST_RECIPE = 1024 * 1024;
