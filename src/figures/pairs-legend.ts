import type { ResolvedPairs } from "../spec/pairs.ts";
import type { Shape } from "../spec/pairs-schema.ts";
import type { FrameLayout } from "./frame.ts";
import { parseLabel, widthOf } from "./label.ts";
import { PAIRS_COLORS } from "./pairs-colors.ts";
import type { PairsData } from "./pairs-data.ts";
import { type DiagramLayout, shownNodes } from "./pairs-diagram.ts";
import { shortNumber } from "./pairs-key.ts";
import { shapePath } from "./pairs-shapes.ts";
import { edgeWidth } from "./pairs-widths.ts";
import { disc, line } from "./path.ts";
import type { SceneNode } from "./scene.ts";
import { text } from "./text.ts";
import { lookOf } from "./theme.ts";

interface Row {
  readonly label: string;
  readonly mark: (x: number, y: number) => SceneNode[];
}

/** Beside the diagram: the shapes of the classes, the colours of the roles, and three widths of each sign. */
export function drawPairsLegend(
  figure: ResolvedPairs,
  data: PairsData,
  { legendX, sizes }: FrameLayout,
  layout: DiagramLayout,
): SceneNode[] {
  if (legendX === null) return [];
  const look = lookOf(figure);
  const rows = [
    ...classRows(figure),
    null,
    ...roleRows(figure, data),
    null,
    ...widthRows(figure, data, layout),
  ];
  const em = sizes.small;
  const room = sizes.base * 6.2 - em * 2;
  let y = layout.square.y + em;
  const children: SceneNode[] = [];
  for (const row of rows) {
    if (row !== null) {
      children.push(
        ...row.mark(legendX + em * 0.7, y),
        text(legendX + em * 2, y + em * 0.34, shortened(row.label, room, em), em, look.ink, "start"),
      );
    }
    y += em * (row === null ? 0.8 : 1.6);
  }
  return [{ type: "group", name: "legend", children }];
}

/** As much of a label as there is room for. */
function shortened(label: string, room: number, size: number): string {
  const fits = (shown: string): boolean => widthOf(parseLabel(shown), size) <= room;
  if (fits(label)) return label;
  const letters = [...label];
  while (letters.length > 1 && !fits(`${letters.join("")}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

const RADIUS = 4.6;

const marked =
  (figure: ResolvedPairs, shape: Shape, fill: string) =>
  (x: number, y: number): SceneNode[] => {
    const { ink, weight } = lookOf(figure);
    return [{ type: "path", d: shapePath(shape, x, y, RADIUS), fill, stroke: { color: ink, width: weight } }];
  };

const classRows = (figure: ResolvedPairs): Row[] =>
  Object.entries(figure.shapes).map(([name, shape]) => ({
    label: name,
    mark: marked(figure, shape, lookOf(figure).background),
  }));

function roleRows(figure: ResolvedPairs, { nodes }: PairsData): Row[] {
  const { pull, push } = PAIRS_COLORS[figure.theme];
  const { ink, background, weight } = lookOf(figure);
  const ring: Row = {
    label: "anchor",
    mark: (x, y) => [{ type: "path", d: disc(x, y, RADIUS * 1.2), stroke: { color: ink, width: weight } }],
  };
  const shown = shownNodes(figure, nodes);
  const shows = (proxy: boolean, role?: string): boolean =>
    shown.some((node) => node.proxy === proxy && (role === undefined || node.role === role));
  return [
    ring,
    ...(shows(false, "positive") ? [{ label: "positive", mark: marked(figure, "circle", pull) }] : []),
    ...(shows(false, "negative") ? [{ label: "negative", mark: marked(figure, "circle", push) }] : []),
    ...(shows(true) ? [{ label: "proxy", mark: marked(figure, "circle", ink) }] : []),
    ...(shows(false, "unused") ? [{ label: "not used", mark: marked(figure, "circle", background) }] : []),
  ];
}

/** The largest of each sign, and two fractions of it that the eye can tell from it. */
function widthRows(figure: ResolvedPairs, data: PairsData, { widths }: DiagramLayout): Row[] {
  const parts =
    figure.width === "linear" ? [1, 0.5, 0.2] : [0, 1 / 3, 2 / 3].map((k) => 10 ** (-k * figure.decades));
  const { pull, push } = PAIRS_COLORS[figure.theme];
  return ([-1, 1] as const).flatMap((sign) => {
    const largest = sign < 0 ? data.largest.pull : data.largest.push;
    if (largest === 0) return [];
    return parts.map((part): Row => {
      const derivative = sign * largest * part;
      const width = edgeWidth(derivative, data.largest, figure, widths);
      const color = sign < 0 ? pull : push;
      return {
        label: shortNumber(largest * part),
        mark: (x, y) => [{ type: "path", d: line(x - 7, y, x + 7, y), stroke: { color, width } }],
      };
    });
  });
}
