import type { ResolvedPairs } from "../spec/pairs.ts";
import { gradientNote, parameterLine } from "./caption.ts";
import { captionedLayout, type FrameLayout, framedScene, type FrameOptions } from "./frame.ts";
import { legendPlace } from "./frame-words.ts";
import { PAIRS_COLORS } from "./pairs-colors.ts";
import { type PairsData, pairsData, pairsFacts } from "./pairs-data.ts";
import { diagramLayout, drawEdges, drawNodes } from "./pairs-diagram.ts";
import { drawKey, shortNumber } from "./pairs-key.ts";
import { drawPairsLegend } from "./pairs-legend.ts";
import { pairsReader } from "./pairs-reading.ts";
import { pairsTable } from "./pairs-table.ts";
import { rectangle } from "./path.ts";
import type { DrawOptions, Prepared } from "./prepared.ts";
import type { Rectangle, Scene, SceneNode } from "./scene.ts";
import { lookOf } from "./theme.ts";

/** The association diagram of one anchor with its numbers: every derivative and every similarity. */
export function preparePairs(figure: ResolvedPairs): Prepared {
  const data = pairsData(figure);
  return {
    colours: null,
    caption: figure.words.caption || captionOfPairs(figure, data),
    draw: (how) => drawPairs(figure, data, how),
    readAt: pairsReader(figure, data),
    facts: () => pairsFacts(figure, data),
    table: () => pairsTable(data),
  };
}

function drawPairs(figure: ResolvedPairs, data: PairsData, how: DrawOptions = {}): Scene {
  const look = lookOf(figure);
  const { layers } = figure;
  const count = (role: string): number => data.nodes.filter((node) => node.role === role).length;
  const options: FrameOptions = {
    size: figure.size,
    theme: figure.theme,
    title: how.title ?? (figure.title || data.loss.name),
    subtitle: parameterLine({ loss: figure.loss, counts: { K: count("positive"), L: count("negative") } }),
    caption: figure.words.caption || `${captionOfPairs(figure, data)} ${largestNote(data)}`,
    showsCaption: layers.caption && !how.bare,
    legend: legendPlace(layers, how),
    square: false,
  };
  const words = captionedLayout(options);
  const square = squareIn(words, layers.key);
  const layout = diagramLayout(square, look.weight);
  const nodes: SceneNode[] = [
    {
      type: "group",
      name: "panel",
      children: [
        {
          type: "path",
          d: rectangle(square.x, square.y, square.width, square.height),
          stroke: { color: look.frame, width: look.weight },
        },
      ],
    },
    drawEdges(figure, data, layout),
    drawNodes(figure, data, layout),
    ...(layers.key ? [drawKey(figure, data, layout, words.sizes.small)] : []),
    ...drawPairsLegend(figure, data, words, layout),
  ];
  return { ...framedScene(options, words, nodes), frame: square };
}

/** The largest square where a frame and the numbers of its axes would stand; there are no axes here. */
function squareIn({ frame, sizes }: FrameLayout, hasKey: boolean): Rectangle {
  const em = sizes.base;
  const room = {
    x: frame.x - em * 3,
    y: frame.y,
    width: frame.width + em * 3,
    height: frame.height + em * (hasKey ? 1.2 : 2.6),
  };
  const side = Math.min(room.width, room.height);
  return { x: room.x + (room.width - side) / 2, y: room.y, width: side, height: side };
}

/** What every mark means; the numbers are left to the key, so that panels share it. */
function captionOfPairs(figure: ResolvedPairs, { loss, edges }: PairsData): string {
  const { proxy, unused } = PAIRS_COLORS[figure.theme];
  const gradient = loss.detaches ? `, ${gradientNote(loss, figure.loss.gradient)}` : "";
  const sentences = [
    `Edges: red pulls, blue pushes${gradient}.`,
    figure.width === "linear"
      ? "Width: $|∂ℒ/∂s|$ beside the largest of its sign."
      : `Width: logarithm of $|∂ℒ/∂s|$, from the largest of its sign down to ${decadesBelow(figure.decades)} it.`,
    ...(edges.some(({ derivative }) => derivative === 0) ? ["Dotted: no derivative."] : []),
    `Shapes: classes; ringed: the anchor; ${proxy}: proxies; ${unused}: not used.`,
  ];
  return sentences.join(" ");
}

const decadesBelow = (decades: number): string =>
  decades === 1 ? "a tenth of" : `${decades} powers of ten below`;

const largestNote = ({ largest: { pull, push } }: PairsData): string =>
  `Largest: ${[
    ...(pull > 0 ? [`pull ${shortNumber(pull)}`] : []),
    ...(push > 0 ? [`push ${shortNumber(push)}`] : []),
    ...(pull + push === 0 ? ["none, the loss is at rest"] : []),
  ].join(", ")}.`;
