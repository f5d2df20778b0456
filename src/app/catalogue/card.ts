import { bibtex } from "../../losses/bibtex.ts";
import { namedLoss } from "../../losses/lookup.ts";
import type { Loss } from "../../losses/types.ts";
import { describeRegion } from "../../region/describe.ts";
import { WHOLE_PLANE } from "../../region/pieces.ts";
import { regionInWords } from "../../region/words.ts";
import { encodeLink } from "../../spec/link.ts";
import type { LandscapeSpec } from "../../spec/landscape-schema.ts";
import { labelNodes, make } from "../dom.ts";
import { catalogueWords } from "../words/catalogue.ts";
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";
import { formulaBlock } from "./formula.ts";
import { parameterTable } from "./parameters.ts";
import { thumbnail } from "./thumbnail.ts";

const ONE_EACH = { K: 1, L: 1 };

/** The figure of a card: the whole plane, without words. */
export const cardFigure = (loss: Loss): LandscapeSpec => ({
  version: 1,
  loss: { id: loss.id },
  axes: { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } },
});

/** All that the definition of a loss says, on one card. */
export function lossCard(loss: Loss): HTMLElement {
  const spec = cardFigure(loss);
  const { authors, title, venue, year, arxiv, equation } = loss.source;
  const cite = `${authors.join(", ")}: ${title}. ${venue} ${year}${arxiv ? `, arXiv ${arxiv}` : ""}${equation ? `, ${equation}` : ""}.`;
  return make(
    "article",
    { class: "panel card", id: loss.id, "aria-labelledby": `${loss.id}-name` },
    make("h2", { id: `${loss.id}-name` }, loss.name),
    make(
      "p",
      { class: "ids" },
      make("code", {}, loss.id),
      ...loss.aliases.flatMap((alias) => [", ", make("code", {}, alias)]),
      ` · ${words.families[loss.family]} · `,
      ...labelNodes(facts.losses.similarity(loss)),
    ),
    make(
      "div",
      { class: "card-body" },
      thumbnail(spec, catalogueWords().landscapeOf(loss.name)),
      make(
        "div",
        { class: "card-words" },
        formulaBlock(loss),
        make(
          "ul",
          { class: "sentences" },
          ...regionSentences(loss),
          ...facts.losses.pitfalls(loss).map((each) => make("li", {}, ...labelNodes(each))),
        ),
      ),
    ),
    parameterTable(loss),
    make("p", { class: "source" }, cite),
    make(
      "p",
      { class: "card-actions" },
      make("a", { class: "button", href: `./index.html#${encodeLink(spec)}` }, catalogueWords().open),
      copyButton(loss),
    ),
  );
}

function regionSentences(loss: Loss): HTMLElement[] {
  const { params } = namedLoss(loss.id);
  const sentences = regionInWords(describeRegion(loss, params, ONE_EACH, WHOLE_PLANE), facts.region);
  return sentences.slice(0, 1).map((sentence) => make("li", {}, ...labelNodes(sentence)));
}

function copyButton(loss: Loss): HTMLElement {
  const entry = bibtex(loss.source);
  const shown = make("pre", { class: "bibtex", hidden: true, tabindex: 0 }, entry);
  const button = make(
    "button",
    { type: "button", "aria-label": catalogueWords().copyBibtexOf(loss.name) },
    words.meaning.copyBibtex,
  );
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(entry);
      button.textContent = words.meaning.copied;
      button.setAttribute("aria-label", catalogueWords().copiedBibtexOf(loss.name));
    } catch {
      shown.hidden = false;
    }
  });
  return make("span", { class: "citation" }, button, shown);
}
