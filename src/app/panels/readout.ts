import type { DrawnLandscape } from "../../export/figure.ts";
import type { Point } from "../../losses/curves.ts";
import { planePoint } from "../../losses/plane-form.ts";
import type { PlanePoint } from "../../losses/types.ts";
import { angleOf } from "../../numerics/sphere.ts";
import { inWords } from "../../region/number-words.ts";
import { labelNodes, make, setText } from "../dom.ts";
import type { Crosshair } from "../view/crosshair.ts";
import type { FigureView } from "../view/figure-view.ts";
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";

const ROWS = ["sn", "sp", "thetaN", "thetaP", "value", "dSp", "dSn", "z"] as const;
type Row = (typeof ROWS)[number];

const SPEAK_AFTER = 250;

/** Value and both gradient parts under the crosshair; spoken, politely, when the keyboard moves it. */
export function readoutPanel(view: FigureView, crosshair: Crosshair): HTMLElement {
  const cells = new Map(ROWS.map((key) => [key, make("dd", { "data-readout": key })] as const));
  const list = make(
    "dl",
    { class: "readout" },
    ...ROWS.flatMap((key) => [make("dt", {}, ...labelNodes(words.readout[key])), cells.get(key) ?? ""]),
  );
  const side = make("p", { class: "side" });
  const which = make("p", { class: "which" });
  const spoken = make("p", { class: "spoken", role: "status", "aria-live": "polite" });
  let drawn: DrawnLandscape | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  let at: Point | undefined;
  const show = (point: Point): string => {
    at = point;
    if (drawn === undefined) return "";
    const found = planePoint(drawn.data.form, point.sp, point.sn);
    const texts: Record<Row, string> = {
      sn: inWords(point.sn),
      sp: inWords(point.sp),
      thetaN: degrees(point.sn),
      thetaP: degrees(point.sp),
      value: inWords(found.value),
      dSp: inWords(found.dSp),
      dSn: inWords(found.dSn),
      z: inWords(found.z),
    };
    for (const [key, cell] of cells) setText(cell, texts[key]);
    const where = sideOf(drawn, found);
    setText(side, where);
    return `${words.readout.spoken(texts)} ${where}`;
  };

  view.follow((fresh) => {
    drawn = fresh;
    const { loss } = fresh.data;
    setText(which, loss.detaches ? facts.gradientNote(loss, fresh.figure.loss.gradient) : "");
    if (at) show(at);
  });
  crosshair.watch((point, how) => {
    const sentence = show(point);
    clearTimeout(timer);
    if (how === "keyboard") timer = setTimeout(() => (spoken.textContent = sentence), SPEAK_AFTER);
  });
  return make(
    "section",
    { class: "panel" },
    make("h2", {}, words.meaning.atCrosshair),
    list,
    side,
    which,
    make("p", { class: "hint" }, words.meaning.hands),
    spoken,
  );
}

const degrees = (s: number): string => `${inWords((angleOf(s) * 180) / Math.PI)}°`;

function sideOf({ data }: DrawnLandscape, { z }: PlanePoint): string {
  if (data.boundaries.unit.origin === "none") return words.readout.none;
  return z < 0 ? words.readout.inside : words.readout.outside;
}
