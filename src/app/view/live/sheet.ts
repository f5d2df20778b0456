type Context = OffscreenCanvasRenderingContext2D;

/** Some rows of a picture. */
export interface Strip {
  readonly bitmap: ImageBitmap;
  /** The first of them. */
  readonly top: number;
}

interface Room {
  readonly canvas: OffscreenCanvas;
  readonly context: Context;
  readonly top: number;
}

/**
 * Bytes of pixels that a browser has at hand again as soon as they are free. What is larger (Chromium: 960 KiB) it asks
 * of the system each time, page by page, which is most of what such a picture costs; a little smaller is faster still.
 */
export const AT_HAND = 620_000;

/** A strip begins with the last row of the one before, so that no pixel of the screen lacks a colour at its edge. */
const SHARED = 1;

/** A square picture that is put together in strips. */
export class Sheet {
  #rooms: readonly Room[] = [];
  #side = 0;

  /** Of at most so many bytes each; `settings` of their canvases. */
  constructor(
    private readonly bytes: number,
    private readonly settings: CanvasRenderingContext2DSettings,
  ) {}

  /** So many pixels each way. */
  fit(side: number): this {
    if (side === this.#side) return this;
    this.#side = side;
    const strips = Math.ceil((4 * side ** 2) / this.bytes) || 1;
    const step = Math.max(2 * SHARED, Math.ceil(side / strips));
    this.#rooms = Array.from({ length: Math.ceil(side / step) }, (_, i) => {
      const top = Math.max(0, i * step - SHARED);
      return room(side, Math.min(side, (i + 1) * step) - top, top, this.settings);
    });
    return this;
  }

  /** The only strip's, one unit to a pixel. */
  get context(): Context {
    const [{ context }, ...others] = this.#rooms;
    if (others.length > 0) throw new Error(`${this.#rooms.length} strips; expected one`);
    context.resetTransform();
    return context;
  }

  /** Paints each strip: one unit is a pixel, the origin the picture's. */
  paint(paint: (context: Context) => void): void {
    for (const { context, top } of this.#rooms) {
      context.setTransform(1, 0, 0, 1, 0, -top);
      paint(context);
    }
  }

  /** Rows of the picture, from `top` on. */
  put(rows: ImageData, top: number): void {
    for (const { canvas, context, top: first } of this.#rooms)
      if (top < first + canvas.height && first < top + rows.height)
        context.putImageData(rows, 0, top - first);
  }

  take(): Strip[] {
    return this.#rooms.map(({ canvas, top }) => ({ bitmap: canvas.transferToImageBitmap(), top }));
  }
}

function room(width: number, height: number, top: number, settings: CanvasRenderingContext2DSettings): Room {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: false, ...settings });
  if (context === null) throw new Error("no 2D canvas in this browser");
  return { canvas, context, top };
}
