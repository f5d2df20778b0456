import "katex/dist/katex.min.css";
import { render } from "katex";
import { make } from "../dom.ts";

/** Lines of TeX, one under the other, in a box that scrolls sideways by itself. */
export function texLines(lines: readonly string[], label: string): HTMLElement {
  return make(
    "div",
    { class: "formula", tabindex: 0, role: "group", "aria-label": label },
    ...lines.map((line) => {
      const element = make("div", {});
      render(line, element, { displayMode: false, throwOnError: false });
      return element;
    }),
  );
}
