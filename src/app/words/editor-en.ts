import { FUNCTIONS, LIMITS, PLANE_VARIABLES, TRANSFORM_VARIABLES } from "../../formula/language.ts";

/** Names as code, one after the other. */
export const codes = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

/** What stands in several languages alike. */
export const LISTS = {
  plane: codes(PLANE_VARIABLES),
  transform: codes(TRANSFORM_VARIABLES),
  sides: codes(["link_p", "link_n", "weight_p", "weight_n"]),
  functions: codes(Object.keys(FUNCTIONS)),
  signs: codes(["+", "-", "*", "/", "^"]),
  constants: codes(["pi", "e"]),
} as const;

/** What the formula editor says of its language. Code stands between backticks. */
export interface EditorWords {
  readonly help: string;
  /** Terms, and what is to be known of each. */
  readonly entries: readonly (readonly [string, string])[];
  readonly exampleTitle: (example: { readonly id: string; readonly title: string }) => string;
}

export const EDITOR_EN: EditorWords = {
  help: "How to write a loss",
  entries: [
    [
      "One formula over the plane",
      `A line without a name, or \`loss = …\`, in ${LISTS.plane}. \`z = …\` names the margin term: the boundary is where it is 0.`,
    ],
    [
      "Or two transforms and a link",
      `\`A_p = …\` and \`A_n = …\` in ${LISTS.transform}, \`link = softplus(z)\`. Sets, batches, K and L then come by themselves. ` +
        `\`coupling = decoupled\` links each side on its own (${LISTS.sides}).`,
    ],
    [
      "Parameters become sliders",
      '`gamma = 64 in [1, 1024] log "scale"`: default, range, scale and name. Any other `word = formula` is a definition, ' +
        '`name = "…"` the title, # starts a comment.',
    ],
    ["Functions", `${LISTS.functions}; \`a < b ? x : y\` chooses.`],
    ["Signs", `${LISTS.signs}; products need their *. ${LISTS.constants}.`],
    [
      "At kinks",
      "relu, step, abs and sign have slope 0 at their kink, floor everywhere; of equal arguments max and min follow the first; " +
        "clamp has slope 1 strictly between its ends; a conditional has the slope of the branch taken.",
    ],
    ["detach", "`detach(x)` is x, held constant for the gradient, as .detach() in PyTorch."],
    ["Length", `At most ${LIMITS.characters} characters.`],
  ],
  exampleTitle: ({ title }) => title,
};
