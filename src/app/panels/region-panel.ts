import { similarityRange } from "../../plane/axis.ts";
import { analysing } from "../../region/analysis.ts";
import { analysisGroups, type WordGroup } from "../../region/analysis-words.ts";
import { describeRegion, type Region } from "../../region/describe.ts";
import { regionInWords } from "../../region/words.ts";
import { chosenLoss } from "../../spec/figure-loss.ts";
import { labelNodes, make } from "../dom.ts";
import { inIdleTime } from "../idle.ts";
import type { State, Store } from "../store.ts";
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";

const SETTLE = 120;
/** The analysis takes a tenth of a second or more: it waits until nothing has changed for this long. */
const REST = 400;

/** The region in sentences, once the finger rests; then, while the page is idle, where the loss pulls and where it leads. */
export function regionPanel(store: Store): HTMLElement {
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
  const show = ({ figure }: State): void => {
    const { loss, params } = chosenLoss(figure.loss);
    const frame = { sn: similarityRange(figure.axes.negative), sp: similarityRange(figure.axes.positive) };
    region = describeRegion(loss, params, figure.counts, frame);
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
  const analyse = ({ figure }: State): void => {
    const { loss, params } = chosenLoss(figure.loss);
    const frame = { sn: similarityRange(figure.axes.negative), sp: similarityRange(figure.axes.positive) };
    callOff = inIdleTime(analysing(loss, params, figure.counts, frame, region), (analysis) => {
      analysed.replaceChildren(...analysisGroups(analysis, facts.region).flatMap(groupNodes));
      analysed.removeAttribute("aria-busy");
      published.hidden = loss.text !== undefined;
    });
  };
  store.watch((state) => {
    const { loss, counts, axes } = state.figure;
    // what only changes how the figure looks leaves all of this as it is
    const subject = JSON.stringify([
      loss.id,
      loss.formula,
      loss.params,
      counts,
      axes.negative,
      axes.positive,
    ]);
    if (subject === shown) return;
    shown = subject;
    clearTimeout(timer);
    clearTimeout(laterTimer);
    callOff();
    region = undefined;
    analysed.setAttribute("aria-busy", "true");
    timer = setTimeout(() => show(state), SETTLE);
    laterTimer = setTimeout(() => analyse(state), REST);
  });
  return make("section", { class: "panel" }, make("h2", {}, facts.labels.region), list, analysed, published);
}

const groupNodes = ({ title, sentences }: WordGroup): Node[] => [
  make("h2", {}, title),
  make("ul", { class: "sentences" }, ...sentences.map((sentence) => make("li", {}, ...labelNodes(sentence)))),
];
