import { type Simulation, SIMULATIONS } from "../../figures/simulate.ts";
import { choiceControl } from "../controls/choice.ts";
import { make } from "../dom.ts";
import { words } from "../words/words.ts";

const isSimulation = (value: string): value is Simulation => Object.hasOwn(SIMULATIONS, value);

const SVG = "http://www.w3.org/2000/svg";

/** Shows the figure as others see it; files stay as they are. */
export function previewControl(figure: HTMLElement): HTMLElement {
  document.body.append(filters());
  const note = make("p", { class: "hint", role: "status" });
  const choice = choiceControl(
    words.preview.label,
    [
      { value: "", text: words.preview.none },
      ...Object.entries(words.simulations).map(([value, text]) => ({ value, text })),
    ],
    (value) => {
      figure.classList.remove(...Object.keys(SIMULATIONS).map((name) => `seen-${name}`));
      if (value !== "") figure.classList.add(`seen-${value}`);
      note.textContent = isSimulation(value) ? words.preview.only(words.simulated[value]) : "";
    },
  );
  return make("div", {}, choice.element, note);
}

/** A filter for each way of seeing, which the style sheet names. */
function filters(): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "filters");
  for (const [name, rows] of Object.entries(SIMULATIONS)) {
    const filter = document.createElementNS(SVG, "filter");
    filter.id = `see-${name}`;
    filter.setAttribute("color-interpolation-filters", "linearRGB");
    const matrix = document.createElementNS(SVG, "feColorMatrix");
    matrix.setAttribute("values", `${rows.map((row) => `${row.join(" ")} 0 0`).join(" ")} 0 0 0 1 0`);
    filter.append(matrix);
    svg.append(filter);
  }
  return svg;
}
