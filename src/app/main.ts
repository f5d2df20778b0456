import { isLandscape } from "../spec/figure.ts";
import { resolveLandscape } from "../spec/landscape.ts";
import { byId, make } from "./dom.ts";
import { engineBadge } from "./engine/badge.ts";
import { Engine } from "./engine/engine.ts";
import { pageHead } from "./head.ts";
import { grabbing } from "./hands/grab.ts";
import { zooming } from "./hands/zooming.ts";
import { linkOf, openLink, USUAL } from "./link.ts";
import { History } from "./history.ts";
import { notices } from "./notices.ts";
import { figureActions } from "./panels/actions.ts";
import { choosingPanel } from "./panels/choosing-panel.ts";
import { figurePanel } from "./panels/figure-panel.ts";
import { formulaPanel } from "./panels/formula-panel.ts";
import { lookPanel } from "./panels/look-panel.ts";
import { lossPanel } from "./panels/loss-panel.ts";
import { paramsPanel } from "./panels/params-panel.ts";
import { presetControl } from "./panels/preset-control.ts";
import { readoutPanel } from "./panels/readout.ts";
import { recipePanel } from "./panels/recipe-panel.ts";
import { regionPanel } from "./panels/region-panel.ts";
import { slotsPanel } from "./panels/slots-panel.ts";
import { viewPanel } from "./panels/view-panel.ts";
import { settingsPanel } from "./settings/panel.ts";
import { LossStore, Store } from "./store.ts";
import { Crosshair } from "./view/crosshair.ts";
import { FigureView } from "./view/figure-view.ts";
import { ghosts } from "./view/ghosts.ts";
import { turnSurfaces } from "./view/turntable.ts";
import { viewNav } from "./views/nav.ts";
import { speak, wantedLanguage, words } from "./words/words.ts";

const LINK_AFTER = 250;

await speak(wantedLanguage());

const opened = openLink(location.hash, matchMedia("(prefers-color-scheme: dark)").matches);
const history = new History(opened.spec, opened.unknown);
const usual = resolveLandscape(USUAL);
const store = new Store(history, usual);
const losses = new LossStore(history, usual);

const say = notices();

const engine = new Engine();
let isUndrawn = false;
const view = new FigureView(history, engine, (problem) => {
  if (problem !== "" || isUndrawn) say.warn(problem && words.undrawn(problem));
  isUndrawn = problem !== "";
});
const crosshair = new Crosshair(view);
grabbing(history, view, crosshair);
const zoom = zooming(history, crosshair);
view.element.append(zoom);
ghosts(view);
turnSurfaces(history, view);
const badge = engineBadge(view, engine);
const beside = make("div", { class: "beside" });
byId("figure").append(view.element, beside, figureActions(history, losses, say), badge);
for (const [id, name] of [
  ["figure", words.rooms.figure],
  ["controls", words.rooms.losses],
  ["facts", words.rooms.meaning],
] as const)
  byId(id).setAttribute("aria-label", name);
const formula = formulaPanel(losses);
const ofLandscape = viewPanel(store);
const recipe = recipePanel(history);
byId("controls").append(
  slotsPanel(history, losses),
  lossPanel(losses, formula),
  formula.element,
  paramsPanel(losses),
  ofLandscape,
  figurePanel(history),
  lookPanel(history, view.element),
  settingsPanel(history),
  recipe,
);
byId("controls").append(choosingPanel(losses, history));
const atCrosshair = readoutPanel(view, crosshair);
const ofRegion = regionPanel(store);
byId("facts").append(atCrosshair, ofRegion);
pageHead(byId("top"), history, say, [viewNav(history, losses, say.warn), presetControl(history)]);

/** What only a landscape has stands there with it. */
let kindShown = "";
history.watch(({ figure }) => {
  if (figure.kind === kindShown) return;
  kindShown = figure.kind;
  const plane = isLandscape(figure);
  document.body.classList.toggle("other-kind", !plane);
  for (const element of [badge, crosshair.element, ofLandscape, atCrosshair, ofRegion, beside, zoom])
    element.hidden = !plane;
});

/** What need not be there with the first picture. */
requestAnimationFrame(() =>
  setTimeout(async () => {
    const [{ slices }, { meaningPanel }, { audioTrace }, { tablePanel }] = await Promise.all([
      import("./view/slices.ts"),
      import("./panels/meaning-panel.ts"),
      import("./view/audio.ts"),
      import("./panels/table-panel.ts"),
    ]);
    beside.append(slices(view, crosshair));
    atCrosshair.append(audioTrace(view, crosshair));
    byId("facts").prepend(meaningPanel(losses));
    byId("facts").append(tablePanel(history));
  }),
);
if (opened.problem !== null) say.warn(words.linkRefused(opened.problem, true));

let timer: ReturnType<typeof setTimeout> | undefined;
let written = location.hash;
let isFirst = opened.problem !== null || location.hash === "";
history.watch((shown) => {
  document.documentElement.dataset["theme"] = shown.figure.theme;
  clearTimeout(timer);
  if (isFirst) {
    isFirst = false;
    return;
  }
  timer = setTimeout(() => {
    const link = linkOf(shown);
    written = new URL(link).hash;
    window.history.replaceState(null, "", link);
  }, LINK_AFTER);
});

addEventListener("hashchange", () => {
  if (location.hash === written) return;
  const next = openLink(location.hash, false);
  say.warn(next.problem === null ? "" : words.linkRefused(next.problem, false));
  if (next.problem === null) history.replace(next.spec, "link");
});

// the first picture need not wait for a GPU
requestAnimationFrame(() => setTimeout(() => void engine.open()));
