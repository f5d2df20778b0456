import { plainLabel } from "../figures/label.ts";
import type { ParamValue } from "../losses/params.ts";
import type { ResolvedFigure } from "../spec/figure.ts";
import { freshId, labelNodes, make } from "./dom.ts";
import { type Knob, type KnobGroup, knobValue } from "./knobs.ts";
import { type SliderScale, stepsOf, stepToValue, valueToStep } from "./slider-scale.ts";

export interface Controls {
  readonly element: HTMLElement;
  readonly show: (figure: ResolvedFigure) => void;
}

interface Control {
  readonly element: HTMLElement;
  readonly show: (value: ParamValue) => void;
}

/** A slider or a drop-down for every knob, a group for every loss, and the way back to the figure as it was. */
export function controlsFor(
  groups: readonly KnobGroup[],
  turn: (knob: Knob, value: ParamValue) => void,
  reset: () => void,
): Controls {
  const shown: ((figure: ResolvedFigure) => void)[] = [];
  const fieldsets = groups.map(({ title, knobs }) => {
    const controls = knobs.map((knob) => {
      const control = controlFor(knob, (value) => turn(knob, value));
      shown.push((figure) => control.show(knobValue(figure, knob)));
      return control.element;
    });
    return make("fieldset", {}, make("legend", {}, title), ...controls);
  });
  const back = make("button", { type: "button" }, "Reset");
  back.addEventListener("click", reset);
  return {
    element: make("div", { class: "controls" }, ...fieldsets, back),
    show: (figure) => shown.forEach((each) => each(figure)),
  };
}

const controlFor = (knob: Knob, change: (value: ParamValue) => void): Control =>
  knob.slider ? slider(knob, knob.slider, change) : choice(knob, change);

function choice({ symbol, hint, options = [] }: Knob, change: (value: ParamValue) => void): Control {
  const id = freshId("choice");
  const select = make(
    "select",
    { id, title: hint },
    ...options.map((value) => make("option", { value }, value)),
  );
  select.addEventListener("change", () => change(select.value));
  return {
    element: make("div", { class: "control" }, make("label", { for: id }, ...labelNodes(symbol)), select),
    show: (value) => {
      select.value = String(value);
    },
  };
}

const PAGE = 10;

/** The browser's own slider: its steps are round numbers, its keys are the usual ones, a page is ten steps. */
function slider(
  { symbol, name, hint }: Knob,
  scale: SliderScale,
  change: (value: ParamValue) => void,
): Control {
  const id = freshId("slider");
  const steps = stepsOf(scale);
  const output = make("output", { for: id });
  const input = make("input", { id, type: "range", min: 0, max: steps, step: 1, title: hint });
  const moveTo = (step: number): void => {
    const value = stepToValue(scale, Math.min(steps, Math.max(0, step)));
    change(scale.whole ? Math.round(value) : value);
  };
  input.addEventListener("input", () => moveTo(input.valueAsNumber));
  input.addEventListener("keydown", (event) => {
    const page = event.key === "PageUp" ? PAGE : event.key === "PageDown" ? -PAGE : 0;
    if (page === 0) return;
    event.preventDefault();
    moveTo(input.valueAsNumber + page);
  });
  const label = make("label", { for: id }, ...labelNodes(symbol));
  if (name !== "") label.append(make("span", { class: "name" }, ` ${name}`));
  return {
    element: make("div", { class: "control" }, label, output, input),
    show: (value) => {
      input.value = String(valueToStep(scale, Number(value)));
      input.setAttribute("aria-valuetext", `${plainLabel(symbol)} = ${value}`);
      output.textContent = String(value);
    },
  };
}
