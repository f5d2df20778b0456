import { bytesOf, joined } from "./bytes.ts";

/** What an array file holds: its element type as NumPy writes it (`<f8`), and its shape, row-major. */
export interface ArrayKind {
  readonly type: string;
  /** Bytes of an element. */
  readonly size: number;
  /** Empty for a single element. */
  readonly shape: readonly number[];
}

/** NumPy's sign for how this machine orders the bytes of a number; it reads both. */
const ORDER = bytesOf(Uint16Array.of(1))[0] === 1 ? "<" : ">";

/** Floating-point numbers of 64 or 32 bits. */
export const floats = (bits: 64 | 32, shape: readonly number[]): ArrayKind => ({
  type: `${ORDER}f${bits / 8}`,
  size: bits / 8,
  shape,
});

export const elementsOf = ({ shape }: ArrayKind): number => shape.reduce((product, n) => product * n, 1);

/** Bytes of the elements, without the header. */
export const dataLength = (kind: ArrayKind): number => kind.size * elementsOf(kind);

/** NumPy leaves room for the first length to grow to this many digits, so that a file can be added to. */
const DIGITS = 21;
const ALIGNED = 64;

/** What comes before the elements: format 1.0, byte for byte as NumPy writes it. */
export function npyHeader({ type, shape }: ArrayKind): Uint8Array {
  const lengths = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const words = `{'descr': '${type}', 'fortran_order': False, 'shape': ${lengths}, }`;
  const grown = words + " ".repeat(shape.length > 0 ? DIGITS - String(shape[0]).length : 0);
  const before = 10;
  const padding = ALIGNED - ((before + grown.length + 1) % ALIGNED);
  const text = `${grown}${" ".repeat(padding)}\n`;
  const magic = [0x93, ...new TextEncoder().encode("NUMPY"), 1, 0];
  return joined([
    Uint8Array.of(...magic, text.length & 0xff, text.length >> 8),
    new TextEncoder().encode(text),
  ]);
}

/** A whole array file. */
export const npyFile = (kind: ArrayKind, elements: ArrayBufferView): Uint8Array =>
  joined([npyHeader(kind), bytesOf(elements)]);

/** Text as an array without dimensions, which NumPy reads without pickle: `str(array)`. */
export function textArray(text: string): { readonly kind: ArrayKind; readonly elements: Uint32Array } {
  const points = Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const length = Math.max(1, points.length);
  const elements = new Uint32Array(length);
  elements.set(points);
  return { kind: { type: `${ORDER}U${length}`, size: 4 * length, shape: [] }, elements };
}
