import { make } from "../../dom.ts";
import type { Strip } from "./sheet.ts";

const PER_CENT = 100;

/** A picture that stands in a frame, strip under strip; its outer pixels lie half outside. */
export class ShownStrips {
  readonly room = make("div", { class: "strips", "aria-hidden": "true" });
  readonly #canvases: HTMLCanvasElement[] = [];
  #side = 0;
  #count = 0;

  show(strips: readonly Strip[], side: number): void {
    if (side !== this.#side || strips.length !== this.#count) this.#arrange(strips, side);
    strips.forEach(({ bitmap }, i) =>
      this.#canvases[i].getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap),
    );
  }

  #arrange(strips: readonly Strip[], side: number): void {
    this.#side = side;
    this.#count = strips.length;
    while (this.#canvases.length < strips.length) this.#canvases.push(make("canvas"));
    for (const [i, { bitmap, top }] of strips.entries()) {
      const { width, height } = bitmap;
      const canvas = Object.assign(this.#canvases[i], { width, height });
      canvas.style.top = `${(PER_CENT * top) / side}%`;
      canvas.style.height = `${(PER_CENT * height) / side}%`;
    }
    this.room.replaceChildren(...this.#canvases.slice(0, strips.length));
    // the outer nodes lie on the edges of the frame, in the middle of their pixels
    const size = `${(PER_CENT * side) / (side - 1)}%`;
    const half = `${-PER_CENT / 2 / (side - 1)}%`;
    Object.assign(this.room.style, { left: half, top: half, width: size, height: size });
  }
}
