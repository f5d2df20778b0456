import { inWords } from "../region/words.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import { labelNodes, make } from "./dom.ts";
import { READING_KEYS, READING_LABELS, readerOf, spoken } from "./reading.ts";

const SPEAK_AFTER = 250;

export interface Readout {
  readonly element: HTMLElement;
  readonly show: (
    figure: ResolvedLandscape,
    across: number,
    up: number,
    how: "pointer" | "keyboard" | "redraw",
  ) => void;
}

/** Value and both gradient parts under the crosshair; spoken, politely, when the keyboard moves it. */
export function readoutFor(): Readout {
  const cells = READING_KEYS.map((key) => [key, make("dd", { "data-readout": key })] as const);
  const list = make(
    "dl",
    { class: "readout" },
    ...cells.map(([key, cell]) => make("div", {}, make("dt", {}, ...labelNodes(READING_LABELS[key])), cell)),
  );
  const status = make("p", { class: "spoken", role: "status", "aria-live": "polite" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: { readonly figure: ResolvedLandscape; readonly read: ReturnType<typeof readerOf> } | undefined;
  return {
    element: make("div", { class: "readings" }, list, status),
    show(figure, across, up, how) {
      if (shown?.figure !== figure) shown = { figure, read: readerOf(figure) };
      const reading = shown.read(across, up);
      for (const [key, cell] of cells) cell.textContent = inWords(reading[key]);
      clearTimeout(timer);
      if (how === "keyboard") timer = setTimeout(() => (status.textContent = spoken(reading)), SPEAK_AFTER);
    },
  };
}
