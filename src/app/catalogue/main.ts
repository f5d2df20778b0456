import { LOSSES } from "../../losses/index.ts";
import { provideAll } from "../../figures/at-once.ts";
import type { Family, Loss } from "../../losses/types.ts";
import { byId, make } from "../dom.ts";
import { languageControl } from "../language-control.ts";
import { workOffline } from "../keep/offline.ts";
import { catalogueWords } from "../words/catalogue.ts";
import { facts, learnFacts } from "../words/facts.ts";
import { speak, wantedLanguage, words } from "../words/words.ts";
import { lossCard } from "./card.ts";

await speak(wantedLanguage());
await learnFacts();
provideAll();

const texts = catalogueWords();
for (const key of ["title", "tagline", "explorer"] as const) byId(key).textContent = texts[key];
byId("ways").append(languageControl());
document.title = `${texts.title} – Marginscape`;

document.documentElement.dataset["theme"] = matchMedia("(prefers-color-scheme: dark)").matches
  ? "dark"
  : "light";

const cards = LOSSES.map((loss) => ({ loss, element: lossCard(loss), text: searchText(loss) }));
byId("cards").append(...cards.map(({ element }) => element));

/** What a search looks through. */
function searchText(loss: Loss): string {
  const { id, name, aliases, source, variants } = loss;
  const said = [words.families[loss.family], facts.losses.similarity(loss)];
  const parts = [id, name, ...aliases, ...said, source.title, ...source.authors, source.venue];
  return [...parts, String(source.year), ...Object.keys(variants)].join(" ").toLowerCase();
}

const search = make("input", {
  type: "search",
  id: "search",
  placeholder: texts.searchHint,
  autocomplete: "off",
});
const families = [...new Set(LOSSES.map(({ family }) => family))];
const family = make(
  "select",
  { id: "family" },
  make("option", { value: "" }, texts.allFamilies),
  ...families.map((each) => make("option", { value: each }, words.families[each])),
);
byId("finder").append(
  make("label", { for: "search" }, texts.search),
  search,
  make("label", { for: "family" }, texts.family),
  family,
);

function filter(): void {
  const sought = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = family.value as Family | "";
  let shown = 0;
  for (const { loss, element, text } of cards) {
    const fits = (wanted === "" || loss.family === wanted) && sought.every((word) => text.includes(word));
    element.hidden = !fits;
    if (fits) shown++;
  }
  byId("count").textContent = texts.count(shown, cards.length);
}

search.addEventListener("input", filter);
family.addEventListener("change", filter);
filter();

// the cards of a link such as catalogue.html#circle exist only now
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();

workOffline();
