import { render } from "katex";
import "katex/dist/katex.min.css";
import { scrollable } from "./scrollable.ts";

/** The symbols of a short formula one after the other: MathML alone gives no name to a field or to a column. */
const spoken = (box: Element): string =>
  Array.from(box.querySelectorAll("mi, mn, mo, mtext"), ({ textContent }) => textContent)
    .join(" ")
    .trim();

/** Sets a formula; what a cell calls `tex`. MathML comes with it for readers who hear the page. */
const setter =
  (displayMode: boolean) =>
  (source: TemplateStringsArray, ...values: readonly unknown[]): Element => {
    const box = document.createElement(displayMode ? "div" : "span");
    box.className = displayMode ? "formula" : "formula-inline";
    render(String.raw(source, ...values), box, { displayMode, output: "htmlAndMathml" });
    if (displayMode) scrollable(box);
    else box.querySelector("math")?.setAttribute("aria-label", spoken(box));
    return box;
  };

export const tex = Object.assign(setter(false), { block: setter(true) });
