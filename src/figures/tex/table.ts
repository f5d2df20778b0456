import { type Typeset, stepped } from "./outline.ts";

/** Formulae in numbers: each glyph once, each size of a glyph once, and where they stand. */
export interface Table {
  readonly glyphs: readonly string[];
  /** Glyph, and its two scales in ten-thousandths. */
  readonly sorts: readonly (readonly number[])[];
  /** By their TeX: width, above, below, and then sort, x and y of each piece, in tenths of a thousandth of an em. */
  readonly formulae: Readonly<Record<string, readonly number[]>>;
}

export function formulaIn({ glyphs, sorts, formulae }: Table, tex: string): Typeset | undefined {
  if (!Object.hasOwn(formulae, tex)) return undefined;
  const [width, above, below, ...rest] = formulae[tex];
  const pieces = Array.from({ length: rest.length / 3 }, (_, i) => {
    const [sort, x, y] = rest.slice(3 * i, 3 * i + 3);
    const [glyph, scaleX, scaleY] = sorts[sort];
    return stepped({
      glyph: glyphs[glyph],
      scaleX: scaleX / 1e4,
      scaleY: scaleY / 1e4,
      x: x / 10,
      y: y / 10,
    });
  });
  return { pieces, width, above, below };
}

export function tableOf(formulae: ReadonlyMap<string, Typeset>): Table {
  const glyphs: string[] = [];
  const sorts: string[] = [];
  const indexIn = (list: string[], item: string): number => {
    const at = list.indexOf(item);
    return at < 0 ? list.push(item) - 1 : at;
  };
  const numbers = ({ pieces, width, above, below }: Typeset): number[] => [
    width,
    above,
    below,
    ...pieces.flatMap(({ glyph, scaleX, scaleY, x, y }) => {
      const sort = [indexIn(glyphs, glyph), ...[scaleX, scaleY].map((scale) => Math.round(scale * 1e4))];
      return [indexIn(sorts, sort.join(" ")), Math.round(x * 10), Math.round(y * 10)];
    }),
  ];
  const entries = [...formulae].map(([tex, typeset]) => [tex, numbers(typeset)]);
  return {
    formulae: Object.fromEntries(entries),
    glyphs,
    sorts: sorts.map((sort) => sort.split(" ").map(Number)),
  };
}
