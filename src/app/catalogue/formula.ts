import "katex/dist/katex.min.css";
import { render } from "katex";
import { lossTex } from "../../formula/loss-tex.ts";
import { namedLoss } from "../../losses/lookup.ts";
import type { Loss } from "../../losses/types.ts";
import { make } from "../dom.ts";

/** The loss in TeX, from the formulas of its definition. */
export function formulaBlock(loss: Loss): HTMLElement {
  const { params } = namedLoss(loss.id);
  const lines = lossTex(loss, params);
  if (lines.length === 0)
    return make("p", { class: "formula" }, "A function of sets; it has no formula on the plane.");
  return make(
    "div",
    { class: "formula", tabindex: 0, role: "group", "aria-label": `Formula of ${loss.name}` },
    ...lines.map((line) => {
      const element = make("div", {});
      render(line, element, { displayMode: false, throwOnError: false });
      return element;
    }),
  );
}
