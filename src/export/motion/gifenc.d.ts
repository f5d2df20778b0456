declare module "gifenc" {
  type Colours = number[][];
  type Depth = "rgb565" | "rgb444" | "rgba4444";
  interface FrameOptions {
    readonly palette?: Colours;
    /** Milliseconds. */
    readonly delay?: number;
    /** 0 for ever. */
    readonly repeat?: number;
    /** What happens to the frame when the next comes: 1, it stays. */
    readonly dispose?: number;
    readonly transparent?: boolean;
    /** The colour that is not painted. */
    readonly transparentIndex?: number;
  }
  interface Encoder {
    writeFrame(indices: Uint8Array, width: number, height: number, options: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array;
  }
  export function GIFEncoder(): Encoder;
  export function quantize(
    pixels: Uint8Array | Uint8ClampedArray,
    colours: number,
    options?: { readonly format?: Depth },
  ): Colours;
  export function applyPalette(
    pixels: Uint8Array | Uint8ClampedArray,
    palette: Colours,
    format?: Depth,
  ): Uint8Array;
}
