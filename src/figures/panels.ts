import { panelRows, panelsGrow, type ResolvedPanels } from "../spec/panels.ts";
import type { Size } from "../spec/resolve.ts";
import { venueOf } from "../spec/venues.ts";
import { described } from "./description.ts";
import { prepareSingle } from "./kinds.ts";
import { parseLabel, plainLabel, widthOf, wrapLabel } from "./label.ts";
import { drawLegend } from "./legend.ts";
import { letterOf, mergedCaption } from "./panels-caption.ts";
import { panelColours, type PanelColours } from "./panels-colours.ts";
import {
  acrossOf,
  type Grid,
  LEGEND_GAP,
  NOTHING_BESIDE,
  panelGrid,
  type PlacedScene,
  rowTops,
} from "./panels-grid.ts";
import { type DrawPanel, evenScenes } from "./panels-rows.ts";
import { readPanel } from "./panels-reading.ts";
import { panelsTable } from "./panels-table.ts";
import { lookOver } from "./look-domain.ts";
import type { DrawOptions, Prepared } from "./prepared.ts";
import { remembered } from "./remembered.ts";
import type { Rectangle, Scene, SceneNode } from "./scene.ts";
import { extraRoom, fit, lineDrops } from "./tex/room.ts";
import { text } from "./text.ts";
import { lookOf, typeSizes } from "./theme.ts";

/** The part of a figure's height that its caption may take; a longer one is left to the description. */
const MOST_CAPTION = 0.4;
/** The same of a slide, which nobody reads from afar. */
const MOST_CAPTION_OF_SLIDE = 0.2;

/** Prepares a panel each; `preparePanels` then finds them done. */
export const panelSteps = (figure: ResolvedPanels): readonly (() => void)[] =>
  figure.panels.map((_, i) => () => void preparePanel(figure, i, cellOf(figure)));

const cellOf = (figure: ResolvedPanels): Size => panelGrid(figure, panelRows(figure), NOTHING_BESIDE).cell;

/** A grid of figures: each with its own numbers, with one colour scale where they share it. */
export function preparePanels(figure: ResolvedPanels): Prepared {
  const rows = panelRows(figure);
  const cell = cellOf(figure);
  const parts = figure.panels.map((_, i) => preparePanel(figure, i, cell));
  const colours = panelColours(figure, parts, rows);
  const caption =
    figure.words.caption ||
    mergedCaption(
      parts.map((part) => part.caption),
      figure.letters,
    );
  return {
    colours: colours.ofRows[0]?.colours ?? null,
    caption,
    draw: (how = {}) => {
      const grows = how.size === undefined && panelsGrow(figure);
      const lines = captionLines(figure, caption, how);
      const grid = panelGrid(figure, rows, {
        ...colours,
        captionLines: lines.length + captionDrops(figure, lines).all / (typeSizes(figure.size).small * 1.4),
      });
      const scenes = evenScenes(panelDrawer(figure, parts, grid, colours, how), grid, grows);
      return drawPanels(figure, grid, scenes, colours, caption, lines, how);
    },
    readAt: (scene, x, y) => readPanel(parts, scene, x, y),
    table: () => panelsTable(parts.map((part) => part.table())),
    facts: () => ({
      panels: parts.map((part, i) => ({
        panel: letterOf(i),
        title: figure.panels[i].title || figure.panels[i].figure.title,
        ...part.facts(),
      })),
    }),
  };
}

/** As many as one figure may have, at two sizes. */
const prepared = remembered(48, prepareSingle);

/** A panel has its own look but for what is said of the whole. */
function preparePanel({ panels, theme, look: whole }: ResolvedPanels, i: number, size: Size): Prepared {
  const { figure } = panels[i];
  return prepared({ ...figure, theme, look: lookOver(figure.look, whole), size: { type: 0, ...size } });
}

type Lines = ReturnType<typeof wrapLabel>;

function captionLines(figure: ResolvedPanels, caption: string, how: DrawOptions): Lines {
  const { caption: isShown, size } = figure;
  if (!isShown || how.bare) return [];
  const { base, small } = typeSizes(size);
  const lines = wrapLabel(caption, small, size.width - 2 * base);
  const height = lines.length * small * 1.4 + captionDrops(figure, lines).all;
  const most = venueOf(figure.venue)?.aspect === undefined ? MOST_CAPTION : MOST_CAPTION_OF_SLIDE;
  return height <= most * figure.size.height ? lines : [];
}

function captionDrops({ size }: ResolvedPanels, lines: Lines): ReturnType<typeof lineDrops> {
  const { base, small } = typeSizes(size);
  return lineDrops(lines, small, size.width - 2 * base);
}

/** How a panel is drawn in the whole. */
function panelDrawer(
  figure: ResolvedPanels,
  parts: readonly Prepared[],
  { cell }: Grid,
  { ofPanel }: PanelColours,
  { bitmaps }: DrawOptions,
): DrawPanel {
  return (i, height, keyBelow) => {
    const size = { ...cell, height };
    const { title, figure: single } = figure.panels[i];
    const own = title || single.title;
    const domain = ofPanel[i]?.domain;
    const how: DrawOptions = {
      bare: true,
      keyBelow,
      size,
      ...(bitmaps && { bitmaps }),
      ...(figure.colours === "shared" && domain && { domain }),
      ...((figure.letters || own !== "") && {
        title: [figure.letters ? letterOf(i) : "", own].filter(Boolean).join(" "),
      }),
    };
    const scene = parts[i].draw(how);
    return scene.width === size.width && scene.height === size.height
      ? scene
      : preparePanel(figure, i, size).draw(how);
  };
}

function drawPanels(
  figure: ResolvedPanels,
  grid: Grid,
  scenes: readonly PlacedScene[],
  { ofPanel, beside, ofRows }: PanelColours,
  caption: string,
  lines: Lines,
  how: DrawOptions,
): Scene {
  const look = lookOf(figure);
  const { width, height } = figure.size;
  const { sizes, cellSizes, lefts } = grid;
  const tops = rowTops(grid, scenes);
  const captionY = tops[grid.rows.length];
  const corners = grid.rows.flatMap((row, r) =>
    row.map((i): readonly [number, number] => [lefts[i], tops[r] + scenes[i].down]),
  );
  const frames = scenes.map(({ scene: { frame } }, i) => ({
    ...frame,
    x: frame.x + corners[i][0],
    y: frame.y + corners[i][1],
  }));
  const legend = (frame: Rectangle, colours: (typeof ofPanel)[number]): SceneNode[] =>
    colours === null
      ? []
      : drawLegend(
          {
            frame,
            sizes: cellSizes,
            legendX: frame.x + frame.width + cellSizes.base * LEGEND_GAP,
            footY: captionY,
            captionY,
          },
          look,
          colours.quantity,
          colours.domain,
        );
  const used = captionY + sizes.base * 0.9 + lines.length * sizes.small * 1.4;
  const title = how.title ?? figure.title;
  const runs = parseLabel(title, "strong");
  const room = width - 2 * sizes.base;
  const titleSize = sizes.title * Math.min(1, room / widthOf(runs, sizes.title));
  const titleY = sizes.base * 0.9 + sizes.title + extraRoom(runs, sizes.title, room).above;
  const { drops } = captionDrops(figure, lines);
  return {
    width,
    height: how.size === undefined ? heightOf(figure, Math.ceil(used)) : height,
    background: look.background,
    frame: around(frames),
    panels: scenes.map(({ scene }, i) => ({ x: corners[i][0], y: corners[i][1], scene })),
    title: plainLabel(title || "Panels"),
    description: described([title], caption),
    nodes: [
      ...scenes.map(({ scene }, i): SceneNode => ({
        type: "group",
        name: `panel panel-${i + 1}`,
        move: corners[i],
        children: scene.nodes,
      })),
      ...frames.flatMap((frame, i) => (beside[i] ? legend(frame, ofPanel[i]) : [])),
      ...ofRows.flatMap(({ first, last, colours }) => {
        const isGap = grid.rows[last].length < acrossOf(grid.rows);
        const besides = grid.rows.slice(isGap ? last : first, last + 1).flat();
        return legend(around(besides.map((i) => frames[i])), colours);
      }),
      ...(title === "" ? [] : [{ ...text(sizes.base, titleY, "", titleSize, look.ink, "start"), runs }]),
      ...lines.map((each, i): SceneNode => ({
        ...text(
          sizes.base,
          captionY + sizes.base * 0.3 + (i + 0.8) * sizes.small * 1.4 + drops[i],
          "",
          sizes.small * fit(each, sizes.small, room),
          look.soft,
          "start",
        ),
        runs: each,
      })),
    ],
  };
}

/** A venue says how wide a figure is, not how high. */
function heightOf(figure: ResolvedPanels, used: number): number {
  if (panelsGrow(figure)) return used;
  const place = venueOf(figure.venue);
  return place && place.aspect === undefined ? Math.min(figure.size.height, used) : figure.size.height;
}

/** The smallest rectangle round several. */
function around(boxes: readonly Rectangle[]): Rectangle {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
