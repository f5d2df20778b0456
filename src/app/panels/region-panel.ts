import type { Counts } from "../../losses/types.ts";
import { similarityRange } from "../../plane/axis.ts";
import { analysing } from "../../region/analysis.ts";
import { analysisGroups, type WordGroup } from "../../region/analysis-words.ts";
import { describeRegion, type Region } from "../../region/describe.ts";
import type { Frame } from "../../region/pieces.ts";
import { regionInWords } from "../../region/words.ts";
import { USUAL_RANGE } from "../../spec/axes.ts";
import { chosenLoss } from "../../spec/figure-loss.ts";
import type { ResolvedLoss } from "../../spec/resolve.ts";
import { labelNodes, make } from "../dom.ts";
import type { History } from "../history.ts";
import { inIdleTime } from "../idle.ts";
import type { LossStore } from "../store.ts";
import { subjectOf } from "../views/subject.ts";
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";

const SETTLE = 120;
/** The analysis takes a tenth of a second or more: it waits until nothing has changed for this long. */
const REST = 400;

/** What the sentences are about: a loss for so many of each, in a part of the plane. */
interface About {
  readonly loss: ResolvedLoss;
  readonly counts: Counts;
  readonly frame: Frame;
}

/**
 * The region of the chosen loss in sentences, once the finger rests; then, while the page is idle, where it pulls and
 * where it leads.
 */
export function regionPanel(losses: LossStore, history: History): HTMLElement {
  const list = make("ul", { class: "sentences", id: "region-sentences" });
  const analysed = make("div", { class: "parts", id: "region-analysis" });
  const pitfalls = make("ul", { class: "sentences" });
  const source = make("p", { class: "source" });
  const published = make(
    "div",
    // it stands below what is found later, and would be pushed down
    { class: "parts", hidden: true },
    make("h2", {}, words.meaning.pitfalls),
    pitfalls,
    make("h2", {}, words.meaning.source),
    source,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  let laterTimer: ReturnType<typeof setTimeout> | undefined;
  let callOff = (): void => {};
  let region: Region | undefined;
  const show = ({ loss: chosen, counts, frame }: About): void => {
    const { loss, params } = chosenLoss(chosen);
    region = describeRegion(loss, params, counts, frame);
    const sentences = regionInWords(region, facts.region);
    list.replaceChildren(...sentences.map((sentence) => make("li", {}, ...labelNodes(sentence))));
    if (loss.text !== undefined) published.hidden = true;
    pitfalls.replaceChildren(
      ...facts.losses.pitfalls(loss).map((pitfall) => make("li", {}, ...labelNodes(pitfall))),
    );
    const { authors, title, venue, year, arxiv } = loss.source;
    const who = authors.length > 3 ? `${authors[0]} et al.` : authors.join(", ");
    source.replaceChildren(
      `${who}: ${title}. ${venue} ${year}${arxiv ? `, arXiv ${arxiv}` : ""}. ${words.meaning.similarity(facts.losses.similarity(loss))}`,
    );
  };
  let shown = "";
  const analyse = ({ loss: chosen, counts, frame }: About): void => {
    const { loss, params } = chosenLoss(chosen);
    callOff = inIdleTime(analysing(loss, params, counts, frame, region), (analysis) => {
      analysed.replaceChildren(...analysisGroups(analysis, facts.region).flatMap(groupNodes));
      analysed.removeAttribute("aria-busy");
      published.hidden = loss.text !== undefined;
    });
  };
  losses.watch(({ slots, index }) => {
    if (slots[index] === undefined) return;
    const { loss, counts = { K: 1, L: 1 }, axes } = subjectOf(history.shown.figure, slots[index]);
    const frame = {
      sn: axes ? similarityRange(axes.negative) : USUAL_RANGE.cosine,
      sp: axes ? similarityRange(axes.positive) : USUAL_RANGE.cosine,
    };
    // what only changes how the figure looks leaves all of this as it is
    const subject = JSON.stringify([loss.id, loss.formula, loss.params, counts, frame]);
    if (subject === shown) return;
    shown = subject;
    const about = { loss, counts, frame };
    clearTimeout(timer);
    clearTimeout(laterTimer);
    callOff();
    region = undefined;
    analysed.setAttribute("aria-busy", "true");
    timer = setTimeout(() => show(about), SETTLE);
    laterTimer = setTimeout(() => analyse(about), REST);
  });
  return make("section", { class: "panel" }, make("h2", {}, facts.labels.region), list, analysed, published);
}

const groupNodes = ({ title, sentences }: WordGroup): Node[] => [
  make("h2", {}, title),
  make("ul", { class: "sentences" }, ...sentences.map((sentence) => make("li", {}, ...labelNodes(sentence)))),
];
