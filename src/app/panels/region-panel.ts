import { similarityRange } from "../../plane/axis.ts";
import { describeRegion } from "../../region/describe.ts";
import { regionInWords } from "../../region/words.ts";
import { chosenLoss } from "../../spec/figure-loss.ts";
import { labelNodes, make } from "../dom.ts";
import type { State, Store } from "../store.ts";

const SETTLE = 120;

/** The region in sentences, once the finger rests. */
export function regionPanel(store: Store): HTMLElement {
  const list = make("ul", { class: "sentences", id: "region-sentences" });
  const pitfalls = make("ul", { class: "sentences" });
  const source = make("p", { class: "source" });
  const published = make(
    "div",
    { class: "parts" },
    make("h2", {}, "Pitfalls"),
    pitfalls,
    make("h2", {}, "Source"),
    source,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = ({ figure }: State): void => {
    const { loss, params } = chosenLoss(figure.loss);
    const frame = { sn: similarityRange(figure.axes.negative), sp: similarityRange(figure.axes.positive) };
    const sentences = regionInWords(describeRegion(loss, params, figure.counts, frame));
    list.replaceChildren(...sentences.map((sentence) => make("li", {}, ...labelNodes(sentence))));
    published.hidden = loss.text !== undefined;
    pitfalls.replaceChildren(...loss.pitfalls.map((pitfall) => make("li", {}, ...labelNodes(pitfall))));
    const { authors, title, venue, year, arxiv } = loss.source;
    const who = authors.length > 3 ? `${authors[0]} et al.` : authors.join(", ");
    source.replaceChildren(
      `${who}: ${title}. ${venue} ${year}${arxiv ? `, arXiv ${arxiv}` : ""}. Similarity: ${loss.similarity}.`,
    );
  };
  store.watch((state) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(state), SETTLE);
  });
  return make("section", { class: "panel" }, make("h2", {}, "Region"), list, published);
}
