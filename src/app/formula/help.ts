import { FUNCTIONS, LIMITS, PLANE_VARIABLES, TRANSFORM_VARIABLES } from "../../formula/language.ts";
import { make } from "../dom.ts";

const code = (text: string): HTMLElement => make("code", {}, text);
const listed = (names: readonly string[]): (Node | string)[] =>
  names.flatMap((name, i) => (i === 0 ? [code(name)] : [", ", code(name)]));
const entry = (term: string, ...words: readonly (Node | string)[]): Node[] => [
  make("dt", {}, term),
  make("dd", {}, ...words),
];

/** The language in short. */
export const formulaHelp = (): HTMLElement =>
  make(
    "details",
    { class: "formula-help" },
    make("summary", {}, "How to write a loss"),
    make(
      "dl",
      {},
      ...entry(
        "One formula over the plane",
        "A line without a name, or ",
        code("loss = …"),
        ", in ",
        ...listed(PLANE_VARIABLES),
        ". ",
        code("z = …"),
        " names the margin term: the boundary is where it is 0.",
      ),
      ...entry(
        "Or two transforms and a link",
        code("A_p = …"),
        " and ",
        code("A_n = …"),
        " in ",
        ...listed(TRANSFORM_VARIABLES),
        ", ",
        code("link = softplus(z)"),
        ". Sets, batches, K and L then come by themselves. ",
        code("coupling = decoupled"),
        " links each side on its own (",
        ...listed(["link_p", "link_n", "weight_p", "weight_n"]),
        ").",
      ),
      ...entry(
        "Parameters become sliders",
        code('gamma = 64 in [1, 1024] log "scale"'),
        ": default, range, scale and name. Any other ",
        code("word = formula"),
        " is a definition, ",
        code('name = "…"'),
        " the title, # starts a comment.",
      ),
      ...entry("Functions", ...listed(Object.keys(FUNCTIONS)), "; ", code("a < b ? x : y"), " chooses."),
      ...entry(
        "Signs",
        ...listed(["+", "-", "*", "/", "^"]),
        "; products need their *. ",
        ...listed(["pi", "e"]),
        ".",
      ),
      ...entry(
        "At kinks",
        "relu, step, abs and sign have slope 0 at their kink, floor everywhere; of equal arguments max and min follow the first; clamp has slope 1 strictly between its ends; a conditional has the slope of the branch taken.",
      ),
      ...entry(
        "detach",
        code("detach(x)"),
        " is x, held constant for the gradient, as .detach() in PyTorch.",
      ),
      ...entry("Length", `At most ${LIMITS.characters} characters.`),
    ),
  );
