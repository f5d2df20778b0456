/** A figure as data: what `export/svg.ts` writes and the page draws. Lengths are pixels at 96 to the inch. */

export const RUN_FONTS = ["text", "strong", "serif", "serifStrong", "math", "symbol", "script"] as const;

/** A stretch of text in one font; `shift` raises (superscript) or lowers (subscript) it, in em, and shrinks it. */
export interface Run {
  readonly text: string;
  readonly font: (typeof RUN_FONTS)[number];
  readonly shift: number;
  /** Drawn instead of letters: typeset mathematics, or letters as their outlines. `text` says what it reads as. */
  readonly outline?: Outline;
  /** The mathematics that `outline` was typeset from, for writers that set TeX themselves. */
  readonly tex?: string;
}

/** A filled shape in thousandths of an em, x to the right from the run's start, y down from its baseline. */
export interface Outline {
  readonly d: string;
  /** How far the next run stands. */
  readonly width: number;
  /** How far it reaches above and below the baseline, both positive. */
  readonly above: number;
  readonly below: number;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** One byte per cell into a palette of 256 RGB triples; first row at the top. */
export interface Raster {
  readonly columns: number;
  readonly rows: number;
  readonly indices: Uint8Array;
  readonly palette: Uint8Array;
  /** The index of what is not there. */
  readonly transparent?: number;
}

export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

/** The axes of a frame, for writers that draw axes themselves: ends, which may fall, and ticks, in their units. */
export interface DrawnAxes {
  readonly frame: Rectangle;
  readonly across: { readonly range: readonly [number, number]; readonly ticks: readonly number[] };
  readonly up: { readonly range: readonly [number, number]; readonly ticks: readonly number[] };
  /** How far a tick reaches. */
  readonly tick: number;
}

export type SceneNode =
  | {
      readonly type: "group";
      readonly name: string;
      readonly clip?: Rectangle;
      /** Moves everything in it, its clip included, to the right and down. */
      readonly move?: readonly [dx: number, dy: number];
      /** Given where the children are the line of a frame and its ticks, the labels of the ticks, and two names. */
      readonly axes?: DrawnAxes;
      readonly children: readonly SceneNode[];
    }
  | {
      readonly type: "path";
      readonly d: string;
      readonly fill?: string;
      readonly fillOpacity?: number;
      readonly stroke?: Stroke;
      /** Only what lies inside this outline is drawn. */
      readonly inside?: string;
    }
  | {
      readonly type: "text";
      readonly x: number;
      readonly y: number;
      readonly runs: readonly Run[];
      readonly size: number;
      readonly color: string;
      readonly anchor: "start" | "middle" | "end";
      /** Degrees, clockwise. */
      readonly rotate?: number;
      /** Colour of an outline behind the letters. */
      readonly halo?: string;
    }
  | { readonly type: "image"; readonly box: Rectangle; readonly raster: Raster };

export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Null where the page is to show through. */
  readonly background: string | null;
  /** Where the plane stands in the figure. */
  readonly frame: Rectangle;
  /** Pixels below the names of the frame's axes that a key takes. */
  readonly foot?: number;
  /** Where the box of a surface stands, without the words at its edges. */
  readonly room?: Rectangle;
  /** The scenes of panels, each with where its corner is. */
  readonly panels?: readonly { readonly x: number; readonly y: number; readonly scene: Scene }[];
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly SceneNode[];
}

/** A coordinate in hundredths of a pixel: short, and the same from every engine. */
export const round = (x: number): number => Math.round(x * 100) / 100 + 0;
