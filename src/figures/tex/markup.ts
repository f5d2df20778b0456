import { InputError } from "../../losses/errors.ts";
import { PATH_TOKEN, type Piece, SQUARE, stepped, type Typeset } from "./outline.ts";

/** An element of the SVG tree that MathJax makes. */
export interface Markup {
  readonly kind: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Markup[];
}

/** Stretches, then moves. */
interface Place {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Rules of tables, whose thickness is in MathJax's style sheet. */
const RULE = 70;
/** A formula of a hundred ems is none of a label. */
const MOST = 100_000;
const MOST_PIECES = 3000;

export const MISSING_LETTER =
  "it has a letter that the fonts of mathematics lack; expected Latin, Greek, \\mathbb, \\mathcal, \\mathfrak, \\mathscr";

/** MathJax's picture as glyphs in their places. Throws `InputError` for what is no shape. */
export function piecesOf(svg: Markup): Typeset {
  const box = viewBox(svg);
  if (box === undefined)
    throw new InputError("a line break stands outside of an array; expected one line in a label");
  const pieces = (svg.children ?? [])
    .flatMap((child) => walked(child, { scaleX: 1, scaleY: 1, x: -box.x, y: 0 }))
    .map(upright);
  const sizes = [box.width, -box.y, box.y + box.height].map((size) => Math.max(0, Math.round(size)));
  const far = pieces.some(({ x, y, scaleX, scaleY }) =>
    [x, y, scaleX * 1000, scaleY * 1000].some((size) => !(Math.abs(size) <= MOST)),
  );
  if (far || sizes.some((size) => !(size <= MOST)) || pieces.length > MOST_PIECES)
    throw new InputError("it is too large; expected a formula of a label's size");
  const [width, above, below] = sizes;
  return { pieces, width, above, below };
}

/** Glyphs have y upwards, and so does MathJax within its first group. */
const upright = ({ glyph, scaleX, scaleY, x, y }: Piece): Piece =>
  stepped({ glyph, scaleX, scaleY: -scaleY, x, y });

function walked(node: Markup, parent: Place, clip?: Box): Piece[] {
  if (node.kind === "#text") return [];
  const place = within(parent, transformOf(text(node, "transform")));
  switch (node.kind) {
    case "g":
      return (node.children ?? []).flatMap((child) => walked(child, place, clip));
    case "svg":
      return clippedPieces(node, place);
    case "path": {
      const glyph = text(node, "d");
      if (glyph === "") return [];
      if (clip) return [{ glyph: clamped(glyph, transformOf(text(node, "transform")), clip), ...parent }];
      return [{ glyph: absolute(glyph), ...place }];
    }
    case "rect":
      return rectangle(node, place);
    case "line": {
      const [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map((name) => number(node, name));
      const half = number(node, "stroke-thickness", RULE) / 2;
      const flat = y1 === y2;
      return [
        bar(place, {
          x: Math.min(x1, x2) - (flat ? 0 : half),
          y: Math.min(y1, y2) - (flat ? half : 0),
          width: Math.abs(x2 - x1) + (flat ? 0 : 2 * half),
          height: Math.abs(y2 - y1) + (flat ? 2 * half : 0),
        }),
      ];
    }
    case "text":
      throw new InputError(MISSING_LETTER);
    default:
      throw new InputError("it has more than letters and bars; expected mathematics alone");
  }
}

/** The part of a brace that grows: longer than its room, and cut off at both ends. */
function clippedPieces(node: Markup, place: Place): Piece[] {
  const box = viewBox(node);
  if (box === undefined) throw new InputError("it has labels of its own; expected mathematics alone");
  const inner = within(place, {
    scaleX: 1,
    scaleY: 1,
    x: number(node, "x") - box.x,
    y: number(node, "y") - box.y,
  });
  return (node.children ?? []).flatMap((child) => walked(child, inner, box));
}

function rectangle(node: Markup, place: Place): Piece[] {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => number(node, name));
  const isFrame = "data-frame" in (node.attributes ?? {});
  if (text(node, "fill") !== "none" && !isFrame) return [bar(place, { x, y, width, height })];
  const t = number(node, isFrame ? "stroke-thickness" : "stroke-width", isFrame ? RULE : 0);
  if (t === 0) return [];
  const h = t / 2;
  return [
    bar(place, { x: x - h, y: y - h, width: width + t, height: t }),
    bar(place, { x: x - h, y: y + height - h, width: width + t, height: t }),
    bar(place, { x: x - h, y: y + h, width: t, height: height - t }),
    bar(place, { x: x + width - h, y: y + h, width: t, height: height - t }),
  ];
}

const bar = (place: Place, { x, y, width, height }: Box): Piece => ({
  glyph: SQUARE,
  ...within(place, { scaleX: width / 1000, scaleY: height / 1000, x, y }),
});

const within = (outer: Place, inner: Place): Place => ({
  scaleX: outer.scaleX * inner.scaleX,
  scaleY: outer.scaleY * inner.scaleY,
  x: outer.scaleX * inner.x + outer.x,
  y: outer.scaleY * inner.y + outer.y,
});

function transformOf(transform: string): Place {
  let place: Place = { scaleX: 1, scaleY: 1, x: 0, y: 0 };
  for (const [, name, list] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a, b] = list.split(/[\s,]+/).map(Number);
    if (name === "translate") place = within(place, { scaleX: 1, scaleY: 1, x: a, y: b ?? 0 });
    else if (name === "scale") place = within(place, { scaleX: a, scaleY: b ?? a, x: 0, y: 0 });
    else throw new InputError("it has parts that are turned; expected them upright");
  }
  return place;
}

/** Such a part is made of upright bars: moving their corners into the box cuts them exactly. */
function clamped(glyph: string, { scaleX, scaleY, x, y }: Place, box: Box): string {
  let isX = true;
  return absolute(glyph).replace(PATH_TOKEN, (token) => {
    if (/[MLCZ]/.test(token)) return token;
    const at = isX
      ? Math.min(box.x + box.width, Math.max(box.x, Number(token) * scaleX + x))
      : Math.min(box.y + box.height, Math.max(box.y, Number(token) * scaleY + y));
    isX = !isX;
    return String(Math.round(at * 10) / 10);
  });
}

/** Font and MathJax write M, L, C, Z; anything else would be drawn wrong. */
function absolute(glyph: string): string {
  if (/[^MLCZ\d\s.,-]/.test(glyph)) throw new InputError("it has a shape that cannot be read");
  return glyph;
}

function viewBox(node: Markup): Box | undefined {
  const [x, y, width, height] = text(node, "viewBox").split(/\s+/).map(Number);
  return height === undefined ? undefined : { x, y, width, height };
}

const text = (node: Markup, name: string): string => String(node.attributes?.[name] ?? "");

function number(node: Markup, name: string, otherwise = 0): number {
  const value = text(node, name);
  return value === "" ? otherwise : Number.parseFloat(value);
}
