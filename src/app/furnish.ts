import { provideAll } from "../figures/at-once.ts";
import { isLandscape, type ResolvedFigure } from "../spec/figure.ts";
import { resolveLandscape } from "../spec/landscape.ts";
import { PRESETS } from "../spec/presets.ts";
import type { ChoiceControl } from "./controls/choice.ts";
import { byId, make } from "./dom.ts";
import { engineBadge } from "./engine/badge.ts";
import type { Engine } from "./engine/engine.ts";
import { grabbing } from "./hands/grab.ts";
import { hasPlane } from "./hands/zoom.ts";
import { Zoom, zoomButtons, zooming } from "./hands/zooming.ts";
import type { History } from "./history.ts";
import { USUAL } from "./link.ts";
import type { Notices } from "./notices.ts";
import { figureActions } from "./panels/actions.ts";
import { choosingPanel } from "./panels/choosing-panel.ts";
import { figurePanel } from "./panels/figure-panel.ts";
import { formulaPanel } from "./panels/formula-panel.ts";
import { lookPanel } from "./panels/look-panel.ts";
import { lossPanel } from "./panels/loss-panel.ts";
import { meaningPanel } from "./panels/meaning-panel.ts";
import { paramsPanel } from "./panels/params-panel.ts";
import { presetOptions } from "./panels/preset-groups.ts";
import { readoutPanel } from "./panels/readout.ts";
import { readingPanel } from "./panels/reading-panel.ts";
import { recipePanel } from "./panels/recipe-panel.ts";
import { regionPanel } from "./panels/region-panel.ts";
import { slotsPanel } from "./panels/slots-panel.ts";
import { tablePanel } from "./panels/table-panel.ts";
import { viewPanel } from "./panels/view-panel.ts";
import { settingsPanel } from "./settings/panel.ts";
import { LossStore, Store } from "./store.ts";
import { audioTrace } from "./view/audio.ts";
import type { Crosshair } from "./view/crosshair.ts";
import type { FigureView } from "./view/figure-view.ts";
import { ghosts } from "./view/ghosts.ts";
import { slices } from "./view/slices.ts";
import { showView } from "./views/show.ts";
import type { View } from "./views/views.ts";
import { learnFacts } from "./words/facts.ts";
import { words } from "./words/words.ts";

/** The page while nothing but its head and its figure stands. */
export interface Bare {
  readonly history: History;
  readonly engine: Engine;
  readonly view: FigureView;
  readonly crosshair: Crosshair;
  readonly presets: ChoiceControl;
  readonly say: Notices;
}

/** What the head of the page can then do. */
export interface Furnished {
  readonly showView: (view: View, before: ResolvedFigure | undefined) => void;
  readonly choosePreset: (name: string) => void;
}

/**
 * Puts everything else round the figure, once that stands; all in one go, so that nothing pushes anything away. From
 * here on whatever a figure may need is loaded.
 */
export async function furnish({ history, engine, view, crosshair, presets, say }: Bare): Promise<Furnished> {
  await learnFacts();
  provideAll();
  const usual = resolveLandscape(USUAL);
  const store = new Store(history, usual);
  const losses = new LossStore(history, usual);
  presets.show("", presetOptions());
  for (const type of ["pointerdown", "pointerup", "pointercancel"])
    addEventListener(type, () => history.hold(type === "pointerdown"), { capture: true });
  grabbing(history, view, crosshair);
  const zoom = new Zoom(history);
  zooming(zoom, crosshair.element, (event) => {
    const { left, top, width, height } = crosshair.element.getBoundingClientRect();
    return [(event.clientX - left) / width, 1 - (event.clientY - top) / height];
  });
  const reading = readingPanel(history, view, zoom);
  await reading.reads;
  const zoomers = zoomButtons(zoom);
  ghosts(view);

  const beside = make("div", { class: "beside" }, slices(view, crosshair));
  const badge = engineBadge(view, engine);
  byId("figure").append(beside, figureActions(history, losses, say, zoomers), badge);

  const formula = formulaPanel(losses);
  const ofLandscape = viewPanel(store);
  byId("controls").append(
    slotsPanel(history, losses),
    lossPanel(losses, formula),
    formula.element,
    paramsPanel(losses),
    ofLandscape,
    figurePanel(history),
    lookPanel(history, view.element),
    settingsPanel(history),
    recipePanel(history),
    choosingPanel(losses, history),
  );

  const atCrosshair = readoutPanel(view, crosshair);
  atCrosshair.append(audioTrace(view, crosshair));
  byId("facts").append(
    meaningPanel(losses),
    atCrosshair,
    reading.element,
    tablePanel(history),
    // it grows while the page is idle
    regionPanel(losses, history),
  );

  /** What only a landscape has stands there with it. */
  history.watch(({ figure }) => {
    const plane = isLandscape(figure);
    for (const element of [badge, ofLandscape, atCrosshair, beside]) element.hidden = !plane;
    zoomers.hidden = !hasPlane(figure);
  });
  return {
    showView: (wanted, before) => {
      const problem = showView(history, losses, wanted, before);
      say.warn(problem === null ? "" : words.notSeenSo(problem));
    },
    choosePreset: (name) =>
      history.replace({ ...PRESETS[name].spec, theme: history.shown.figure.theme }, "preset"),
  };
}
