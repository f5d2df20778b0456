import { byId } from "./dom.ts";
import { engineBadge } from "./engine/badge.ts";
import { Engine } from "./engine/engine.ts";
import { linkOf, openLink } from "./link.ts";
import { actionBar } from "./panels/actions.ts";
import { formulaPanel } from "./panels/formula-panel.ts";
import { lossPanel } from "./panels/loss-panel.ts";
import { paramsPanel } from "./panels/params-panel.ts";
import { readoutPanel } from "./panels/readout.ts";
import { regionPanel } from "./panels/region-panel.ts";
import { viewPanel } from "./panels/view-panel.ts";
import { Store } from "./store.ts";
import { Crosshair } from "./view/crosshair.ts";
import { FigureView } from "./view/figure-view.ts";

const LINK_AFTER = 250;

const opened = openLink(location.hash, matchMedia("(prefers-color-scheme: dark)").matches);
const store = new Store(opened.spec, opened.unknown);

const notice = byId("notice");
function tell(message: string): void {
  notice.textContent = message;
  notice.hidden = message === "";
}

const engine = new Engine();
const view = new FigureView(store, engine);
const crosshair = new Crosshair(view);
byId("figure").append(view.element, engineBadge(view, engine));
const formula = formulaPanel(store);
byId("controls").append(lossPanel(store, formula), formula.element, paramsPanel(store), viewPanel(store));
byId("facts").append(readoutPanel(view, crosshair), regionPanel(store));
byId("actions").append(...actionBar(store, tell));
if (opened.problem !== null)
  tell(`This link could not be opened: ${opened.problem}. Here is the default figure instead.`);

let timer: ReturnType<typeof setTimeout> | undefined;
let written = location.hash;
let isFirst = opened.problem !== null || location.hash === "";
store.watch((state) => {
  document.documentElement.dataset["theme"] = state.figure.theme;
  clearTimeout(timer);
  if (isFirst) {
    isFirst = false;
    return;
  }
  timer = setTimeout(() => {
    const link = linkOf(state);
    written = new URL(link).hash;
    history.replaceState(null, "", link);
  }, LINK_AFTER);
});

addEventListener("hashchange", () => {
  if (location.hash === written) return;
  const next = openLink(location.hash, false);
  tell(next.problem === null ? "" : `This link could not be opened: ${next.problem}.`);
  if (next.problem === null) store.replace(next.spec, "link");
});

// the first picture need not wait for a GPU
requestAnimationFrame(() => setTimeout(() => void engine.open()));
