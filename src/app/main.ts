import { isLandscape } from "../spec/figure.ts";
import { resolveLandscape } from "../spec/landscape.ts";
import { byId, make } from "./dom.ts";
import { engineBadge } from "./engine/badge.ts";
import { Engine } from "./engine/engine.ts";
import { linkOf, openLink, USUAL } from "./link.ts";
import { History } from "./history.ts";
import { actionBar } from "./panels/actions.ts";
import { figurePanel } from "./panels/figure-panel.ts";
import { formulaPanel } from "./panels/formula-panel.ts";
import { lookPanel } from "./panels/look-panel.ts";
import { lossPanel } from "./panels/loss-panel.ts";
import { paramsPanel } from "./panels/params-panel.ts";
import { readoutPanel } from "./panels/readout.ts";
import { recipePanel } from "./panels/recipe-panel.ts";
import { regionPanel } from "./panels/region-panel.ts";
import { viewPanel } from "./panels/view-panel.ts";
import { hasLoss, landscapesOf, lossesOf } from "./store.ts";
import { Crosshair } from "./view/crosshair.ts";
import { FigureView } from "./view/figure-view.ts";
import { turnSurfaces } from "./view/turntable.ts";

const LINK_AFTER = 250;

const opened = openLink(location.hash, matchMedia("(prefers-color-scheme: dark)").matches);
const history = new History(opened.spec, opened.unknown);
const usual = resolveLandscape(USUAL);
const store = landscapesOf(history, usual);
const losses = lossesOf(history, usual);

const notice = byId("notice");
function tell(message: string): void {
  notice.textContent = message;
  notice.hidden = message === "";
}

const engine = new Engine();
let isUndrawn = false;
const view = new FigureView(history, engine, (problem) => {
  if (problem !== "" || isUndrawn) tell(problem && `This figure cannot be drawn: ${problem}.`);
  isUndrawn = problem !== "";
});
const crosshair = new Crosshair(view);
turnSurfaces(history, view);
const badge = engineBadge(view, engine);
byId("figure").append(view.element, badge);
const formula = formulaPanel(losses);
const ofLoss = make(
  "div",
  { class: "stack" },
  lossPanel(losses, formula),
  formula.element,
  paramsPanel(losses),
);
const ofLandscape = viewPanel(store);
const recipe = recipePanel(history);
byId("controls").append(figurePanel(history), ofLoss, ofLandscape, lookPanel(history, view.element), recipe);
byId("facts").append(readoutPanel(view, crosshair), regionPanel(store));
byId("actions").append(...actionBar(history, tell));

/** What only a landscape has, or only a figure of one loss, stands there with it. */
let kindShown = "";
history.watch(({ figure }) => {
  if (figure.kind === kindShown) return;
  kindShown = figure.kind;
  const plane = isLandscape(figure);
  document.body.classList.toggle("other-kind", !plane);
  for (const element of [badge, crosshair.element, ofLandscape, byId("facts")]) element.hidden = !plane;
  ofLoss.hidden = !hasLoss(figure);
  recipe.open = !plane;
});
if (opened.problem !== null)
  tell(`This link could not be opened: ${opened.problem}. Here is the default figure instead.`);

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
  tell(next.problem === null ? "" : `This link could not be opened: ${next.problem}.`);
  if (next.problem === null) history.replace(next.spec, "link");
});

// the first picture need not wait for a GPU
requestAnimationFrame(() => setTimeout(() => void engine.open()));
