import { drawFigure } from "../../export/figure.ts";
import { toSvg } from "../../export/svg.ts";
import type { Point } from "../../losses/curves.ts";
import { InputError } from "../../losses/errors.ts";
import { inWords } from "../../region/number-words.ts";
import type { CurvesSpec } from "../../spec/curves-schema.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import { QUANTITIES } from "../../spec/quantities.ts";
import { make } from "../dom.ts";
import { words } from "../words/words.ts";
import type { Crosshair } from "./crosshair.ts";
import type { FigureView } from "./figure-view.ts";

const HEIGHT = 210;
/** A slice takes some milliseconds: while the crosshair moves, not more often than this. */
const EVERY = 50;

/** What the landscape shows along both lines of the crosshair, as two figures of curves that follow it. */
export function slices(view: FigureView, crosshair: Crosshair): HTMLElement {
  const rooms = (["sp", "sn"] as const).map((moving) => ({
    moving,
    element: make("div", { class: "slice" }),
  }));
  const element = make("div", { class: "slices" }, ...rooms.map((room) => room.element));
  let figure: ResolvedLandscape | undefined;
  let at: Point | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    timer = undefined;
    if (figure === undefined || at === undefined || element.hidden) return;
    for (const room of rooms) {
      const width = room.element.clientWidth || 300;
      room.element.innerHTML = drawn(sliceSpec(figure, at, room.moving, width), `slice-${room.moving}-`);
    }
  };
  const later = (): void => {
    timer ??= setTimeout(draw, EVERY);
  };
  view.watch((landscape) => {
    figure = landscape.figure;
    later();
  });
  crosshair.watch((point) => {
    at = point;
    later();
  });
  return element;
}

function drawn(spec: CurvesSpec, idPrefix: string): string {
  try {
    return toSvg(drawFigure(spec), { idPrefix });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return "";
  }
}

/** The quantity of a landscape along one similarity, where the other one stands at the crosshair. */
export function sliceSpec(
  figure: ResolvedLandscape,
  at: Point,
  moving: "sp" | "sn",
  width: number,
): CurvesSpec {
  const axis = figure.axes[moving === "sp" ? "positive" : "negative"];
  const [from, to] = axis.range;
  const fixed = moving === "sp" ? { sn: at.sn } : { sp: at.sp };
  return {
    version: 1,
    kind: "curves",
    theme: figure.theme,
    title: moving === "sp" ? `at $s_n$ = ${inWords(at.sn)}` : `at $s_p$ = ${inWords(at.sp)}`,
    size: { width: Math.max(200, Math.round(width)), height: HEIGHT, type: 11 },
    words: { alt: words.slices[moving](QUANTITIES[figure.quantity].name) },
    x: { of: axis.unit, range: [Math.min(from, to), Math.max(from, to)] },
    curves: [
      {
        loss: figure.loss,
        counts: figure.counts,
        draw: { of: "slice", quantity: figure.quantity, fixed },
      },
    ],
    readings: [],
    layers: { names: "none", caption: false },
  };
}
