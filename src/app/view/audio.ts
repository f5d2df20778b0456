import { figureTable } from "../../export/data/figure-data.ts";
import type { Point } from "../../losses/curves.ts";
import { inWords } from "../../region/number-words.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import { labelNodes, make } from "../dom.ts";
import { words } from "../words/words.ts";
import type { Crosshair } from "./crosshair.ts";
import type { FigureView } from "./figure-view.ts";
import { evenly, pitches, signChanges } from "./pitch.ts";
import { sliceSpec } from "./slices.ts";

/** Seconds for a slice from one end to the other, and for the click of the boundary. */
const WHOLE = 3;
const CLICK = 0.06;
const VOLUME = 0.12;
const TONES = 180;

/** The two slices through the crosshair to listen to: pitch is the quantity, left to right the similarity. */
export function audioTrace(view: FigureView, crosshair: Crosshair): HTMLElement {
  const said = make("span", { class: "spoken", role: "status" });
  let figure: ResolvedLandscape | undefined;
  let at: Point | undefined;
  let stop = (): void => {};
  view.watch((drawn) => {
    figure = drawn.figure;
  });
  crosshair.watch((point) => {
    at = point;
  });
  const buttons = (["sn", "sp"] as const).map((moving) => {
    const button = make("button", { type: "button" }, ...labelNodes(words.audio[moving]));
    button.addEventListener("click", () => {
      stop();
      if (figure === undefined || at === undefined) return;
      const values = numbersOf(figure, at, moving, figure.quantity);
      const z = numbersOf(figure, at, moving, "z");
      said.textContent = words.audio.range(
        inWords(values[0]),
        inWords(values.at(-1) ?? NaN),
        signChanges(z).length,
      );
      stop = play(values, z);
    });
    return button;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") stop();
  });
  return make(
    "div",
    { class: "button-row", role: "group", "aria-label": words.audio.title },
    ...buttons,
    said,
  );
}

/** What a slice shows, from one end of its axis to the other. */
function numbersOf(
  figure: ResolvedLandscape,
  at: Point,
  moving: "sp" | "sn",
  quantity: ResolvedLandscape["quantity"],
): number[] {
  const { columns } = figureTable(sliceSpec({ ...figure, quantity }, at, moving, 300));
  const named = (wanted: string): number[] =>
    Array.from(columns.find(({ name }) => name === wanted)?.values ?? [], Number);
  return evenly(named("x"), named("y"), TONES);
}

/** Plays a curve; the function given back ends it. */
function play(values: readonly number[], z: readonly number[]): () => void {
  const context = new AudioContext();
  const begin = context.currentTime + 0.05;
  const tone = context.createOscillator();
  const volume = context.createGain();
  const side = context.createStereoPanner();
  const tones = pitches(values);
  tone.type = "triangle";
  tone.frequency.setValueCurveAtTime(
    tones.map((pitch) => pitch || 1),
    begin,
    WHOLE,
  );
  volume.gain.setValueCurveAtTime(
    tones.map((pitch) => (pitch === 0 ? 0 : VOLUME)),
    begin,
    WHOLE,
  );
  side.pan.setValueAtTime(-0.8, begin);
  side.pan.linearRampToValueAtTime(0.8, begin + WHOLE);
  tone.connect(volume).connect(side).connect(context.destination);
  tone.start(begin);
  tone.stop(begin + WHOLE);
  for (const part of signChanges(z)) click(context, begin + part * WHOLE);
  const end = (): void => {
    if (context.state !== "closed") void context.close();
  };
  tone.addEventListener("ended", end);
  return end;
}

/** The decision boundary. */
function click(context: AudioContext, when: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = "square";
  tone.frequency.value = 2200;
  volume.gain.setValueAtTime(VOLUME, when);
  volume.gain.exponentialRampToValueAtTime(0.001, when + CLICK);
  tone.connect(volume).connect(context.destination);
  tone.start(when);
  tone.stop(when + CLICK);
}
