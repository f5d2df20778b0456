import type { Outline } from "../scene.ts";

/** A glyph in its place: a path of M, L, C and Z with y upwards, stretched and then moved, in thousandths of an em. */
export interface Piece {
  readonly glyph: string;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly x: number;
  /** Down from the baseline. */
  readonly y: number;
}

/** A formula before its pieces become one path; sizes as in `Outline`. */
export interface Typeset extends Omit<Outline, "d"> {
  readonly pieces: readonly Piece[];
}

/** A bar of any size is this one, stretched. */
export const SQUARE = "M0 0L1000 0L1000 1000L0 1000Z";

export const PATH_TOKEN = /[MLCZ]|-?[\d.]+/g;

/** In steps that the prerendered table can hold, so that a formula is the same from there and fresh. */
export const stepped = ({ glyph, scaleX, scaleY, x, y }: Piece): Piece => ({
  glyph,
  scaleX: Math.round(scaleX * 1e4) / 1e4,
  scaleY: Math.round(scaleY * 1e4) / 1e4,
  x: Math.round(x * 10) / 10,
  y: Math.round(y * 10) / 10,
});

export const outlineOf = ({ pieces, width, above, below }: Typeset): Outline => ({
  d: pieces.map(pathOf).join(""),
  width,
  above,
  below,
});

function pathOf({ glyph, scaleX, scaleY, x, y }: Piece): string {
  let d = "";
  let isX = true;
  for (const token of glyph.match(PATH_TOKEN) ?? []) {
    if (/[MLCZ]/.test(token)) {
      d += token;
      isX = true;
      continue;
    }
    const at = Math.round(isX ? Number(token) * scaleX + x : y - Number(token) * scaleY) + 0;
    d += at < 0 || /[MLC]$/.test(d) ? at : ` ${at}`;
    isX = !isX;
  }
  return d;
}
