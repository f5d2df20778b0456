import type { NamedLoss } from "../../losses/lookup.ts";
import { make } from "../dom.ts";
import { codeTabs } from "./tabs.ts";
import { words } from "../words/words.ts";

export interface CodeSection {
  readonly element: HTMLElement;
  show(named: NamedLoss): void;
}

const DIALECTS = [
  { name: "PyTorch", dialect: "torch" },
  { name: "NumPy", dialect: "numpy" },
] as const;

/** The loss as Python, written when it is looked at. */
export function codeSection(): CodeSection {
  let shown: NamedLoss | undefined;
  const tabs = codeTabs(
    words.formula.library,
    DIALECTS.map(({ name, dialect }) => ({
      name,
      text: async () => {
        const { pythonCode } = await import("../../formula/python.ts");
        if (shown === undefined) return "";
        const { loss, params, gradient } = shown;
        return pythonCode(loss, params, { dialect, gradient });
      },
    })),
  );
  const element = make("details", {}, make("summary", {}, words.formula.python), tabs.element);
  element.addEventListener("toggle", () => tabs.refresh());
  return {
    element,
    show(named) {
      shown = named;
      if (element.open) tabs.refresh();
    },
  };
}
