/** A square canvas that a picture is put together on. */
export class Sheet {
  readonly #canvas = new OffscreenCanvas(1, 1);
  readonly context: OffscreenCanvasRenderingContext2D;

  constructor({ willReadFrequently }: { readonly willReadFrequently: boolean }) {
    const context = this.#canvas.getContext("2d", { alpha: false, willReadFrequently });
    if (context === null) throw new Error("no 2D canvas in this browser");
    this.context = context;
  }

  /** So many pixels each way, and one unit to a pixel. */
  fit(side: number): OffscreenCanvasRenderingContext2D {
    if (this.#canvas.width !== side) Object.assign(this.#canvas, { width: side, height: side });
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    return this.context;
  }

  take(): ImageBitmap {
    return this.#canvas.transferToImageBitmap();
  }
}
