import { toSvg } from "../export/svg.ts";
import { prepareFigure } from "../figures/figure.ts";
import { InputError } from "../losses/errors.ts";
import { type FigureSpec, type ResolvedFigure, resolveFigure } from "../spec/figure.ts";
import { controlsFor } from "./controls.ts";
import { crosshair } from "./crosshair.ts";
import { make } from "./dom.ts";
import { fitted } from "./fit.ts";
import { knobsOf, turned, VIEW } from "./knobs.ts";
import { readoutFor } from "./readout.ts";
import { dragged, onDrag } from "./turning.ts";

export interface LiveOptions {
  /** Where the picture stands; what it holds stays until there is a better one. */
  readonly stage: HTMLElement;
  /** Where read-out and controls go. */
  readonly room: HTMLElement;
  readonly controls?: boolean;
  /** Typesets the mathematics of labels, where the player can. */
  readonly typeset?: (figure: ResolvedFigure) => Promise<void>;
  /** Hears of every picture: the figure, and the sentence that explains it. */
  readonly onDrawn?: (figure: ResolvedFigure, caption: string) => void;
}

/** Makes a figure alive. Resolves with the way to end it once its picture stands; rejects with `InputError`. */
export async function live(spec: FigureSpec, options: LiveOptions): Promise<() => void> {
  const { stage, room, controls: withControls = true, typeset, onDrawn } = options;
  const recipe = resolveFigure(spec);
  let figure = recipe;
  // the crosshair lies over the stage, so that must be as wide as the picture
  stage.style.maxWidth = `${recipe.size.width}px`;
  let width = stage.clientWidth;
  const problem = make("p", { class: "problem", role: "alert" });
  const picture = make("div", { class: "picture" });
  const readout = readoutFor();
  const cross = crosshair(readout.show);

  const draw = async (): Promise<void> => {
    const shown = fitted(figure, width);
    await typeset?.(shown);
    const prepared = prepareFigure(shown);
    const scene = prepared.draw();
    const fresh = make("div");
    fresh.innerHTML = toSvg(scene);
    // a bitmap that is not decoded yet would leave the frame empty for a moment
    await Promise.all(Array.from(fresh.querySelectorAll("image"), decoded));
    picture.replaceChildren(...fresh.childNodes);
    if (!picture.isConnected) stage.replaceChildren(picture, cross.element);
    void cross.cover(scene, (x, y) => prepared.readAt(scene, x, y));
    onDrawn?.(figure, prepared.caption);
  };
  const redraw = atMostOnceAFrame(async () => {
    try {
      await draw();
      problem.textContent = "";
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problem.textContent = error.message;
    }
  });
  const groups = knobsOf(recipe);
  const controls = controlsFor(
    groups,
    (knob, value) => change(turned(figure, knob, value)),
    () => change(recipe),
  );
  const change = (next: ResolvedFigure): void => {
    figure = next;
    controls.show(figure);
    redraw();
  };
  const camera = groups.find(({ title }) => title === VIEW)?.knobs ?? [];
  if (camera.length > 0) {
    let before = figure;
    onDrag(
      cross.element,
      () => (before = figure),
      (right, down) => change(dragged(before, camera, right, down)),
    );
  }
  await draw();
  controls.show(figure);
  room.append(readout.element);
  if (withControls) room.append(controls.element, problem);
  const observer = new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width === width || contentRect.width === 0) return;
    const needed = Math.min(width, contentRect.width) < figure.size.width;
    width = contentRect.width;
    if (needed) redraw();
  });
  observer.observe(stage);
  return () => observer.disconnect();
}

const decoded = (image: SVGImageElement & { decode?: () => Promise<void> }): Promise<void> | undefined =>
  image.decode?.().catch(() => undefined);

/** Calls that come while one is at work are one call after it. */
function atMostOnceAFrame(work: () => Promise<void>): () => void {
  let isBusy = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    while (isWanted) {
      await new Promise((done) => requestAnimationFrame(done));
      isWanted = false;
      await work();
    }
    isBusy = false;
  };
  return () => {
    isWanted = true;
    if (!isBusy) void run();
  };
}
