/** What a recipe is called in the files that carry one. */
export const RECIPE_KEYWORD = "marginscape";
export const RECIPE_SCRIPT_ID = "marginscape-recipe";
