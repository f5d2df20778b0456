import { DIVERGING_COLOURS, GROUNDS, NUMBER_SCALES, SEQUENTIAL_COLOURS } from "../../spec/entries.ts";
import { atVenue } from "../../spec/at-venue.ts";
import { type FigureSpec, parseFigure, type ResolvedFigure } from "../../spec/figure.ts";
import { VENUE_IDS, VENUES, type VenueId } from "../../spec/venues.ts";
import { choiceControl, type Option } from "../controls/choice.ts";
import { textControl } from "../controls/text.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { refusal } from "../store.ts";
import { previewControl } from "./preview.ts";

const TEXTS: Readonly<Record<string, string>> = {
  solid: "the theme’s colour",
  transparent: "none, the page shows through",
  batlow: "batlow (Crameri)",
  cividis: "cividis, for colour-blind readers",
  vik: "vik (Crameri)",
  log: "logarithmic",
  symlog: "logarithmic both ways from zero",
};

const options = (values: readonly string[]): Option[] =>
  values.map((value) => ({ value, text: TEXTS[value] ?? value }));

/** How a figure of any kind looks: where it is to stand, its colours, its words. */
export function lookPanel(history: History, figure: HTMLElement): HTMLElement {
  const shown = (): ResolvedFigure => history.shown.figure;
  const put = (next: object, by: string): string | null =>
    refusal(() => history.replace(parseFigure(next), by));
  const venue = choiceControl(
    "For",
    VENUE_IDS.map((id) => ({ value: id, text: id === "none" ? "a screen" : VENUES[id].name })),
    (value) => put(atVenue(shown() as FigureSpec, value as VenueId), "venue"),
  );
  const look = (label: string, key: keyof ResolvedFigure["look"], values: readonly string[]) => {
    const control = choiceControl(label, options(values), (value) =>
      put({ ...shown(), look: { ...shown().look, [key]: value } }, key),
    );
    return { element: control.element, follow: () => control.show(shown().look[key]) };
  };
  const words = (label: string, key: keyof ResolvedFigure["words"]) => {
    const control = textControl(label, (text) =>
      put({ ...shown(), words: { ...shown().words, [key]: text } }, `words ${key}`),
    );
    return { element: control.element, follow: () => control.show(shown().words[key]) };
  };
  const looks = [
    look("Ground", "ground", GROUNDS),
    look("Map from low to high", "sequential", SEQUENTIAL_COLOURS),
    look("Map round zero", "diverging", DIVERGING_COLOURS),
    look("Number scale", "scale", NUMBER_SCALES),
  ];
  const texts = [
    words("Caption", "caption"),
    words("Alternative text", "alt"),
    words("Label below", "horizontal"),
    words("Label at the side", "vertical"),
  ];
  history.watch(() => {
    venue.show(shown().venue);
    for (const control of [...looks, ...texts]) control.follow();
  });
  return make(
    "div",
    { class: "panel" },
    venue.element,
    make(
      "details",
      {},
      make("summary", {}, "Colours"),
      ...looks.map(({ element }) => element),
      previewControl(figure),
    ),
    make(
      "details",
      {},
      make("summary", {}, "Words"),
      make(
        "p",
        { class: "hint" },
        "Empty: the figure’s own. Mathematics stands between dollar signs, TeX too.",
      ),
      ...texts.map(({ element }) => element),
    ),
  );
}
