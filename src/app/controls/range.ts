import { freshId, labelNodes, make, setText } from "../dom.ts";
import { words } from "../words/words.ts";
import { numberText, offer, showTyped } from "./typed.ts";

export interface RangeControl {
  readonly element: HTMLElement;
  show(range: readonly [number, number]): void;
}

/** Two number boxes for the ends of an axis; a falling range turns the axis round. */
export function rangeControl(label: string, onChange: (text: string) => string | null): RangeControl {
  const id = freshId("range");
  const [start, end] = [words.view.start, words.view.end].map((name) =>
    make("input", {
      type: "text",
      inputmode: "decimal",
      class: "number",
      "aria-label": name,
      autocomplete: "off",
    }),
  );
  const problem = make("p", { class: "problem", role: "status" });
  const change = (): void => {
    const text = [start, end].map(({ value }) => numberText(value)).join(":");
    setText(problem, offer(start, () => offer(end, () => onChange(text))) ?? "");
  };
  start.addEventListener("change", change);
  end.addEventListener("change", change);
  return {
    element: make(
      "div",
      { class: "control range", role: "group", "aria-labelledby": id },
      make("span", { id }, ...labelNodes(label)),
      start,
      end,
      problem,
    ),
    show([from, to]) {
      const shown = [showTyped(start, shortened(from)), showTyped(end, shortened(to))];
      if (!shown.includes(false)) setText(problem, "");
    },
  };
}

const shortened = (x: number): string => String(Number(x.toPrecision(12)));
