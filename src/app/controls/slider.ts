import { plainLabel } from "../../figures/label.ts";
import { freshId, labelNodes, make, setText, setValue } from "../dom.ts";
import { sweep } from "../hands/sweep.ts";
import { words } from "../words/words.ts";
import { numberText, offer, showTyped } from "./typed.ts";
import { type SliderScale, stepsOf, stepToValue, valueToStep } from "../../player/slider-scale.ts";

export interface SliderOptions extends SliderScale {
  /** The symbol, as a label: `$γ$`. */
  readonly symbol: string;
  readonly name: string;
  readonly hint: string;
  readonly default: number;
  /** Takes the value, or returns why not. */
  readonly onChange: (text: string) => string | null;
}

export interface SliderControl {
  readonly element: HTMLElement;
  show(value: number): void;
}

const PAGE = 10;

/**
 * A slider with a number box beside it. Keyboard as in the W3C slider pattern: arrows one step, Page Up and Down ten,
 * Home and End the ends. The box takes every legal number, also beyond the slider.
 */
export function sliderControl(options: SliderOptions): SliderControl {
  const { symbol, name, hint, onChange } = options;
  const steps = stepsOf(options);
  const id = freshId("slider");
  const spoken = plainLabel(symbol);
  const slider = make("input", {
    id,
    type: "range",
    min: 0,
    max: steps,
    step: 1,
    title: hint,
    "aria-describedby": `${id}-problem`,
  });
  const box = make("input", {
    type: "text",
    inputmode: "decimal",
    class: "number",
    "aria-label": words.params.exact(`${name} ${spoken}`),
    autocomplete: "off",
    spellcheck: "false",
  });
  const reset = make(
    "button",
    {
      type: "button",
      class: "reset",
      title: words.params.back(options.default),
      "aria-label": words.params.reset(spoken),
    },
    "↺",
  );
  const play = make("button", { type: "button", class: "reset" });
  const problem = make("p", { class: "problem", id: `${id}-problem`, role: "status" });
  let shown = options.default;

  const report = (message: string | null): void => {
    setText(problem, message ?? "");
    box.toggleAttribute("aria-invalid", message !== null);
    if (message !== null) box.setAttribute("aria-invalid", "true");
  };
  const change = (text: string): string | null => {
    const refused = onChange(text);
    if (refused !== null) report(refused);
    return refused;
  };
  const moveTo = (step: number): void =>
    void change(String(stepToValue(options, Math.min(steps, Math.max(0, step)))));

  const motion = sweep(
    () => slider.valueAsNumber / steps,
    (part) => {
      if (!slider.isConnected || document.hidden) motion.stop();
      else moveTo(Math.round(part * steps));
    },
    (isPlaying) => {
      play.textContent = isPlaying ? "‖" : "▶";
      play.title = isPlaying ? words.sweep.pause : words.sweep.play;
      play.setAttribute("aria-label", `${play.title}: ${spoken}`);
    },
  );
  play.addEventListener("click", () => motion.toggle());
  // a hand on the slider is the end of its own motion
  for (const event of ["pointerdown", "keydown"]) slider.addEventListener(event, () => motion.stop());
  slider.addEventListener("input", () => moveTo(slider.valueAsNumber));
  slider.addEventListener("keydown", (event) => {
    const page = event.key === "PageUp" ? PAGE : event.key === "PageDown" ? -PAGE : 0;
    if (page === 0) return;
    event.preventDefault();
    moveTo(slider.valueAsNumber + page);
  });
  box.addEventListener("change", () => {
    const text = numberText(box.value) || String(shown);
    if (offer(box, () => change(text)) === null) report(null);
  });
  reset.addEventListener("click", () => change(String(options.default)));

  return {
    element: make(
      "div",
      { class: "control slider" },
      make("label", { for: id }, ...labelNodes(symbol), make("span", { class: "name" }, ` ${name}`)),
      box,
      play,
      reset,
      slider,
      problem,
    ),
    show(value) {
      shown = value;
      setValue(slider, String(valueToStep(options, value)));
      slider.setAttribute("aria-valuetext", `${spoken} = ${value}`);
      if (showTyped(box, String(value))) report(null);
      reset.disabled = value === options.default;
    },
  };
}
