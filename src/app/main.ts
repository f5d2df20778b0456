import { fetchWhenNeeded } from "../figures/on-demand.ts";
import { whenLoaded } from "../formula/on-demand.ts";
import { isLandscape } from "../spec/figure.ts";
import { byId } from "./dom.ts";
import { Engine } from "./engine/engine.ts";
import type { Furnished } from "./furnish.ts";
import { pageHead } from "./head.ts";
import { History } from "./history.ts";
import { FaultBoundary } from "./keep/fault.ts";
import { autosave, heldFigure } from "./keep/held.ts";
import { workOffline } from "./keep/offline.ts";
import { FORMULAS, letters, WORDS } from "./letters.ts";
import { linkOf, openLink, USUAL } from "./link.ts";
import { notices } from "./notices.ts";
import { presetControl } from "./panels/preset-control.ts";
import { Crosshair } from "./view/crosshair.ts";
import { afterPaint, FigureView } from "./view/figure-view.ts";
import { viewNav } from "./views/nav.ts";
import { speak, wantedLanguage, words } from "./words/words.ts";

/** What stands here is all that the page loads before its first figure; the rest is in `furnish.ts`. */

const LINK_AFTER = 250;

const boundary = new FaultBoundary(USUAL);
byId("notice").after(boundary.element);
await speak(wantedLanguage());
fetchWhenNeeded();

const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
let followed = location.hash;
const held = await heldFigure(followed);
const opened = held ?? (await whenLoaded(() => openLink(followed, prefersDark)));
const history = new History(opened.spec, opened.unknown);
boundary.follow(history);
autosave(history);

const say = notices();

const engine = new Engine();
let isUndrawn = false;
const view = new FigureView(history, engine, (problem) => {
  if (problem !== "" || isUndrawn) say.warn(problem && words.undrawn(problem));
  isUndrawn = problem !== "";
});
const crosshair = new Crosshair(view);
const presets = presetControl(history, async (name) => (await furnished).choosePreset(name));
const views = viewNav(history, async (wanted, before) => (await furnished).showView(wanted, before));
pageHead(byId("top"), history, say, [views, presets.element]);
byId("figure").append(view.element);
for (const [id, name] of [
  ["figure", words.rooms.figure],
  ["controls", words.rooms.losses],
  ["facts", words.rooms.meaning],
] as const)
  byId(id).setAttribute("aria-label", name);

/** What only one kind has comes with its first figure. */
let turnsSurfaces = false;
history.watch(({ figure }) => {
  const plane = isLandscape(figure);
  document.body.classList.toggle("other-kind", !plane);
  crosshair.element.hidden = !plane;
  if (figure.kind !== "surface" || turnsSurfaces) return;
  turnsSurfaces = true;
  void import("./view/turntable.ts").then(({ turnSurfaces }) => turnSurfaces(history, view));
});
if (opened.problem !== null) say.warn(words.linkRefused(opened.problem, true));

let timer: ReturnType<typeof setTimeout> | undefined;
let isFirst = held === undefined && (opened.problem !== null || followed === "");
history.watch((shown) => {
  document.documentElement.dataset["theme"] = shown.figure.theme;
  clearTimeout(timer);
  if (isFirst) {
    isFirst = false;
    return;
  }
  timer = setTimeout(() => {
    // a link that somebody asked for and nobody has answered yet is not written over
    if (location.hash !== followed) return;
    const link = linkOf(shown);
    followed = new URL(link).hash;
    window.history.replaceState(null, "", link);
  }, LINK_AFTER);
});

async function follow(): Promise<void> {
  const asked = location.hash;
  if (asked === followed) return;
  const next = await whenLoaded(() => openLink(asked, false));
  if (location.hash !== asked) return;
  followed = asked;
  say.warn(next.problem === null ? "" : words.linkRefused(next.problem, false));
  if (next.problem === null) history.replace(next.spec, "link");
}
addEventListener("hashchange", () => void follow());
// the link may have changed before anybody listened
void follow();

async function furnishedPage(): Promise<Furnished> {
  await view.stands;
  await letters(WORDS);
  document.body.classList.remove("arriving");
  // the first picture waits neither for the controls nor for a GPU
  await afterPaint();
  const { furnish } = await import("./furnish.ts");
  await letters(FORMULAS);
  const page = await furnish({ history, engine, view, crosshair, presets, say });
  void engine.open();
  workOffline();
  return page;
}
const furnished = furnishedPage();
