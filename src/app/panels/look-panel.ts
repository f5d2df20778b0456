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
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";

const options = (values: readonly string[]): Option[] =>
  values.map((value) => ({ value, text: (words.looks as Readonly<Record<string, string>>)[value] ?? value }));

/** How a figure of any kind looks: where it is to stand, its colours, its words. */
export function lookPanel(history: History, figure: HTMLElement): HTMLElement {
  const shown = (): ResolvedFigure => history.shown.figure;
  const put = (next: object, by: string): string | null =>
    refusal(() => history.replace(parseFigure(next), by));
  const venue = choiceControl(
    words.look.for,
    VENUE_IDS.map((id) => ({
      value: id,
      text: id === "none" ? words.look.screen : facts.figures.venue(id, VENUES[id].name),
    })),
    (value) => put(atVenue(shown() as FigureSpec, value as VenueId), "venue"),
  );
  const look = (label: string, key: keyof ResolvedFigure["look"], values: readonly string[]) => {
    const control = choiceControl(label, options(values), (value) =>
      put({ ...shown(), look: { ...shown().look, [key]: value } }, key),
    );
    return { element: control.element, follow: () => control.show(shown().look[key]) };
  };
  const wording = (label: string, key: keyof ResolvedFigure["words"]) => {
    const control = textControl(label, (text) =>
      put({ ...shown(), words: { ...shown().words, [key]: text } }, `words ${key}`),
    );
    return { element: control.element, follow: () => control.show(shown().words[key]) };
  };
  const looks = [
    look(words.look.ground, "ground", GROUNDS),
    look(words.look.sequential, "sequential", SEQUENTIAL_COLOURS),
    look(words.look.diverging, "diverging", DIVERGING_COLOURS),
    look(words.look.scale, "scale", NUMBER_SCALES),
  ];
  const texts = [
    wording(words.look.caption, "caption"),
    wording(words.look.alt, "alt"),
    wording(words.look.horizontal, "horizontal"),
    wording(words.look.vertical, "vertical"),
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
      make("summary", {}, words.look.colours),
      ...looks.map(({ element }) => element),
      previewControl(figure),
    ),
    make(
      "details",
      {},
      make("summary", {}, words.look.words),
      make("p", { class: "hint" }, words.look.hint),
      ...texts.map(({ element }) => element),
    ),
  );
}
