import { LOSSES } from "../../losses/index.ts";
import { provideAll } from "../../figures/at-once.ts";
import type { Family, Loss } from "../../losses/types.ts";
import { byId, make } from "../dom.ts";
import { FAMILY_NAMES } from "../families.ts";
import { workOffline } from "../keep/offline.ts";
import { lossCard } from "./card.ts";

provideAll();

document.documentElement.dataset["theme"] = matchMedia("(prefers-color-scheme: dark)").matches
  ? "dark"
  : "light";

const cards = LOSSES.map((loss) => ({ loss, element: lossCard(loss), text: searchText(loss) }));
byId("cards").append(...cards.map(({ element }) => element));

/** What a search looks through. */
function searchText({ id, name, aliases, family, source, similarity, variants }: Loss): string {
  const parts = [id, name, ...aliases, FAMILY_NAMES[family], similarity, source.title, ...source.authors];
  return [...parts, source.venue, String(source.year), ...Object.keys(variants)].join(" ").toLowerCase();
}

const search = make("input", {
  type: "search",
  id: "search",
  placeholder: "name, author, year, variant …",
  autocomplete: "off",
});
const families = [...new Set(LOSSES.map(({ family }) => family))];
const family = make(
  "select",
  { id: "family" },
  make("option", { value: "" }, "all families"),
  ...families.map((each) => make("option", { value: each }, FAMILY_NAMES[each])),
);
byId("finder").append(
  make("label", { for: "search" }, "Search"),
  search,
  make("label", { for: "family" }, "Family"),
  family,
);

function filter(): void {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = family.value as Family | "";
  let shown = 0;
  for (const { loss, element, text } of cards) {
    const fits = (wanted === "" || loss.family === wanted) && words.every((word) => text.includes(word));
    element.hidden = !fits;
    if (fits) shown++;
  }
  byId("count").textContent =
    shown === 0 ? "No loss fits this search." : `${shown} of ${cards.length} losses`;
}

search.addEventListener("input", filter);
family.addEventListener("change", filter);
filter();

// the cards of a link such as catalogue.html#circle exist only now
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();

workOffline();
