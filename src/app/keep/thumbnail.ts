import { drawFigure } from "../../export/figure.ts";
import { toSvg } from "../../export/svg.ts";
import type { FigureSpec } from "../../spec/figure.ts";
import { make } from "../dom.ts";

/** Pixels across or down, whichever is more: twice of what a card shows. */
const LONGEST = 360;

interface Portrait {
  readonly title: string;
  readonly thumbnail: string;
}

let before: Promise<unknown> = Promise.resolve();

/** What a figure is called, and a small picture of it as a data: URL. Its letters are too small to need our fonts. */
export function portraitOf(spec: FigureSpec): Promise<Portrait> {
  // one at a time, and the page may answer in between
  const portrait = before.then(() => new Promise((done) => setTimeout(done))).then(() => painted(spec));
  before = portrait.catch(() => "the next one may be better");
  return portrait;
}

async function painted(spec: FigureSpec): Promise<Portrait> {
  const scene = drawFigure(spec);
  const address = URL.createObjectURL(new Blob([toSvg(scene)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = LONGEST / Math.max(scene.width, scene.height);
    const [width, height] = [scene.width, scene.height].map((side) => Math.round(side * scale));
    const canvas = make("canvas", { width, height });
    canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
    return { title: scene.title, thumbnail: canvas.toDataURL("image/webp", 0.85) };
  } finally {
    URL.revokeObjectURL(address);
  }
}
