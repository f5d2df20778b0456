import { type Reading, type ReadingRow, spoken } from "../figures/reading.ts";
import type { Moved } from "./crosshair.ts";
import { labelNodes, make } from "./dom.ts";

const SPEAK_AFTER = 250;

export interface Readout {
  readonly element: HTMLElement;
  readonly show: (reading: Reading, how: Moved) => void;
}

type Children = readonly (Node | string)[];

const entry = (key: string, name: Children, value: Children): HTMLElement =>
  make("div", {}, make("dt", {}, ...name), make("dd", { "data-readout": key }, ...value));

/** What the host's language calls a label or a value, which a figure has in English. */
export type Say = (english: string) => string;

/** What a figure says of the place under the crosshair; spoken, politely, when the keyboard moves it. */
export function readoutFor(say: Say = (english) => english): Readout {
  const list = make("dl", { class: "readout" });
  const status = make("p", { class: "spoken", role: "status", "aria-live": "polite" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element: make("div", { class: "readings" }, list, status),
    show(inEnglish, how) {
      const reading = saidBy(say, inEnglish);
      list.replaceChildren(
        ...reading.rows.map(({ key, label, value }) => entry(key, labelNodes(label), labelNodes(value))),
        ...(reading.others ?? []).map(({ panel, rows }) =>
          entry(
            `panel-${panel}`,
            [panel],
            rows.flatMap(({ label, value }) => [
              make("span", {}, ...labelNodes(label), " ", ...labelNodes(value)),
              " ",
            ]),
          ),
        ),
      );
      clearTimeout(timer);
      if (how === "keyboard") timer = setTimeout(() => (status.textContent = spoken(reading)), SPEAK_AFTER);
    },
  };
}

const saidBy = (say: Say, reading: Reading): Reading => {
  const inWords = ({ key, label, value }: ReadingRow): ReadingRow => ({
    key,
    label: say(label),
    value: say(value),
  });
  return {
    ...reading,
    rows: reading.rows.map(inWords),
    ...(reading.others && {
      others: reading.others.map((other) => ({ ...other, rows: other.rows.map(inWords) })),
    }),
  };
};
