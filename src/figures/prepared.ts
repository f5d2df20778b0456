import type { Quantity } from "../spec/quantities.ts";
import type { Size } from "../spec/resolve.ts";
import type { ColorDomain } from "./color.ts";
import type { Table } from "./figure-table.ts";
import type { ReadAt, ReadPair } from "./reading.ts";
import type { Scene } from "./scene.ts";
import type { Fineness } from "./surface-raster.ts";

/** How a figure is drawn where it stands in a larger one. */
export interface DrawOptions {
  /** Colours that it shares with others. */
  readonly domain?: ColorDomain;
  /** Without legend and caption: the larger figure has them. */
  readonly bare?: boolean;
  /** Whether a key stands below the frame, even where there is room in it. */
  readonly keyBelow?: boolean;
  /** Instead of its own title. */
  readonly title?: string;
  /** Surfaces as bitmaps this fine, of however few quads: they weigh less and are drawn faster. */
  readonly bitmaps?: Fineness;
  /** Instead of its own size: a kind that leaves it out is prepared anew for another size. */
  readonly size?: Size;
}

/** Numbers that a figure shows, by name; what JSON can carry. */
export type Facts = { readonly [name: string]: Fact };
export type Fact = number | string | boolean | null | readonly Fact[] | Facts;

/** A figure whose numbers are computed, ready to be drawn. */
export interface Prepared {
  /** What its colours mean, where it has a legend for them. */
  readonly colours: { readonly quantity: Quantity; readonly domain: ColorDomain } | null;
  /** What every mark means, with mathematics between dollar signs. */
  readonly caption: string;
  readonly draw: (how?: DrawOptions) => Scene;
  readonly readAt: ReadAt;
  /** Of figures over the plane of pairs, in any form. */
  readonly readPair?: ReadPair;
  /** The numbers that it draws, for `marginscape facts`. */
  readonly facts: () => Facts;
  /** What it draws, point by point; computed when it is asked for. */
  readonly table: () => Table;
}
