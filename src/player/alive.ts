import { typesetLabels } from "../export/typeset.ts";
import { provideAll } from "../figures/at-once.ts";
import { InputError } from "../losses/errors.ts";
import { THEMES } from "../spec/entries.ts";
import { type FigureSpec, parseFigure, type ResolvedFigure } from "../spec/figure.ts";
import { decodeLink } from "../spec/link.ts";
import { make } from "./dom.ts";
import { live } from "./live.ts";
import { addStyle } from "./style.ts";

provideAll();

/** A figure from the part of a link after `#`, or from JSON. Throws `InputError`. */
export function figureIn(text: string, theme: string | null): FigureSpec {
  if (text.trim() === "") throw new InputError("missing spec; expected the part of a link after #, or JSON");
  const spec = /^\s*\{/.test(text) ? parseFigure(text) : decodeLink(text).spec;
  if (theme === null) return spec;
  const known = THEMES.find((each) => each === theme);
  if (known === undefined)
    throw new InputError(`invalid theme: ${theme}; expected one of ${THEMES.join(", ")}`);
  return { ...spec, theme: known };
}

const HOST_STYLE = `
.host {
  --ground: #ffffff; --ink: #1b1e23; --soft: #535a63; --rule: #d5d9de; --accent: #3a4fd0; --alarm: #b3261e;
  color: var(--ink); background: var(--ground); font: 400 15px/1.45 Inter, system-ui, sans-serif;
}
.host[data-theme="dark"] {
  --ground: #14171c; --ink: #e9ecf1; --soft: #a3abb6; --rule: #2b3038; --accent: #93a4ff; --alarm: #ff8f87;
  color-scheme: dark;
}
.host * { box-sizing: border-box; }
.stage { position: relative; }
.stage svg { display: block; max-width: 100%; height: auto; }
.room:not(:empty) { padding: 2px 12px 12px; }
`;

const styled = new WeakSet<Document | ShadowRoot>();

export interface MountOptions {
  readonly controls: boolean;
  readonly onDrawn?: (figure: ResolvedFigure) => void;
}

/** Builds a living figure into an element of a page or a shadow tree, and gives back the way to end it. */
export async function mounted(
  box: HTMLElement,
  spec: FigureSpec,
  root: Document | ShadowRoot,
  { controls, onDrawn }: MountOptions,
): Promise<() => void> {
  const stage = make("div", { class: "stage" });
  const room = make("div", { class: "room" });
  box.classList.add("host");
  box.dataset.theme = spec.theme ?? "light";
  box.replaceChildren(stage, room);
  if (!styled.has(root)) {
    styled.add(root);
    addStyle(root);
    addStyle(root, HOST_STYLE);
  }
  return live(spec, { stage, room, controls, typeset: typesetLabels, ...(onDrawn && { onDrawn }) });
}
