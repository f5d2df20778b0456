import type { FigureSpec } from "../../src/index.ts";

/** What a figure must fit: the page's colours, and the width of its column in pixels. */
export interface Surroundings {
  readonly theme: NonNullable<FigureSpec["theme"]>;
  readonly width: number;
}

const dark = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");
let printing = false;

export function surroundings(): Surroundings {
  const theme = printing || paper.matches ? "print" : dark.matches ? "dark" : "light";
  return { theme, width: document.querySelector("main")?.clientWidth ?? 640 };
}

const redraws = new WeakMap<Element, () => void>();

/** Calls back when they change, for as long as the element, of the class `live`, stands in the page. */
export const onSurroundings = (live: Element, redraw: () => void): void => {
  redraws.set(live, redraw);
};

function redrawAll(): void {
  for (const live of document.querySelectorAll(".live")) redraws.get(live)?.();
}

for (const query of [dark, paper]) query.addEventListener("change", redrawAll);
for (const [event, value] of [
  ["beforeprint", true],
  ["afterprint", false],
] as const) {
  addEventListener(event, () => {
    printing = value;
    redrawAll();
  });
}

let width = surroundings().width;
addEventListener("resize", () => {
  const now = surroundings().width;
  if (now === width) return;
  width = now;
  redrawAll();
});
