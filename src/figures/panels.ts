import { columnsThatFit, type ResolvedPanels } from "../spec/panels.ts";
import type { Size } from "../spec/resolve.ts";
import { venueOf } from "../spec/venues.ts";
import { prepareSingle } from "./kinds.ts";
import { parseLabel, plainLabel, widthOf, wrapLabel } from "./label.ts";
import { drawLegend } from "./legend.ts";
import { letterOf, mergedCaption } from "./panels-caption.ts";
import { panelColours, type PanelColours } from "./panels-colours.ts";
import { type Grid, LEGEND_GAP, panelGrid, rowTops } from "./panels-grid.ts";
import { panelsTable } from "./panels-table.ts";
import { lookOver } from "./look-domain.ts";
import type { DrawOptions, Prepared } from "./prepared.ts";
import type { Rectangle, Scene, SceneNode } from "./scene.ts";
import { extraRoom, fit, lineDrops } from "./tex/room.ts";
import { text } from "./text.ts";
import { lookOf, typeSizes } from "./theme.ts";

/** The part of a figure's height that its caption may take; a longer one is left to the description. */
const MOST_CAPTION = 0.4;
/** The same of a slide, which nobody reads from afar. */
const MOST_CAPTION_OF_SLIDE = 0.2;

/** A grid of figures: each with its own numbers, with one colour scale where they share it. */
export function preparePanels(asked: ResolvedPanels): Prepared {
  const figure = { ...asked, columns: columnsThatFit(asked) };
  const none = { captionLines: 0, columnLegends: [], rowLegends: false };
  const { cell } = panelGrid(figure, none);
  const parts = figure.panels.map((_, i) => preparePanel(figure, i, cell));
  const colours = panelColours(figure, parts);
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
      const lines = captionLines(figure, caption, how);
      const grid = panelGrid(figure, {
        captionLines: lines.length + captionDrops(figure, lines).all / (typeSizes(figure.size).small * 1.4),
        columnLegends: Array.from({ length: figure.columns }, (_, column) =>
          colours.beside.some((hasLegend, i) => hasLegend && i % figure.columns === column),
        ),
        rowLegends: colours.ofRows.length > 0,
      });
      return drawPanels(figure, grid, evenScenes(figure, parts, grid, colours), colours, caption, lines, how);
    },
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

/** A panel has its own look but for what is said of the whole. */
function preparePanel({ panels, theme, look: whole }: ResolvedPanels, i: number, size: Size): Prepared {
  const { figure } = panels[i];
  return prepareSingle({ ...figure, theme, look: lookOver(figure.look, whole), size: { type: 0, ...size } });
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

/** Every panel drawn, those of a row with frames of one height, so that their axes stand on one line. */
function evenScenes(
  figure: ResolvedPanels,
  parts: readonly Prepared[],
  { cell }: Grid,
  { ofPanel }: PanelColours,
): Scene[] {
  const draw = (i: number, size: Size): Scene => {
    const { title, figure: single } = figure.panels[i];
    const own = title || single.title;
    const domain = ofPanel[i]?.domain;
    const how: DrawOptions = {
      bare: true,
      size,
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
  const scenes = figure.panels.map((_, i) => draw(i, cell));
  const rowOf = (i: number): number => Math.floor(i / figure.columns);
  return scenes.map((scene, i) => {
    const row = scenes.filter((_, k) => rowOf(k) === rowOf(i));
    const lowest = Math.min(...row.map(({ frame }) => frame.height));
    const excess = scene.frame.height - lowest;
    return excess < 0.5 ? scene : draw(i, { ...cell, height: cell.height - excess });
  });
}

function drawPanels(
  figure: ResolvedPanels,
  grid: Grid,
  scenes: readonly Scene[],
  { ofPanel, beside, ofRows }: PanelColours,
  caption: string,
  lines: Lines,
  how: DrawOptions,
): Scene {
  const look = lookOf(figure);
  const { width, height } = figure.size;
  const { sizes, cellSizes, lefts } = grid;
  const tops = rowTops(
    grid,
    scenes.map(({ frame }) => frame),
    figure.columns,
  );
  const captionY = tops[grid.rows];
  const corners = scenes.map(
    (_, i) => [lefts[i % figure.columns], tops[Math.floor(i / figure.columns)]] as const,
  );
  const frames = scenes.map(({ frame }, i) => ({
    ...frame,
    x: frame.x + corners[i][0],
    y: frame.y + corners[i][1],
  }));
  const legend = (frame: Rectangle, colours: (typeof ofPanel)[number]): SceneNode[] =>
    colours === null
      ? []
      : drawLegend(
          { frame, sizes: cellSizes, legendX: frame.x + frame.width + cellSizes.base * LEGEND_GAP, captionY },
          look,
          colours.quantity,
          colours.domain,
        );
  const used = captionY + sizes.base * 0.9 + lines.length * sizes.small * 1.4;
  const isFree = figure.venue !== "none" && venueOf(figure.venue)?.aspect === undefined;
  const title = how.title ?? figure.title;
  const runs = parseLabel(title, "strong");
  const room = width - 2 * sizes.base;
  const titleSize = sizes.title * Math.min(1, room / widthOf(runs, sizes.title));
  const titleY = sizes.base * 0.9 + sizes.title + extraRoom(runs, sizes.title, room).above;
  const { drops } = captionDrops(figure, lines);
  return {
    width,
    // a venue says how wide a figure is, not how high
    height: isFree ? Math.min(height, Math.ceil(used)) : height,
    background: look.background,
    frame: around(frames),
    title: plainLabel(title || "Panels"),
    description: plainLabel(`${title}. ${caption}`),
    nodes: [
      ...scenes.map((scene, i): SceneNode => ({
        type: "group",
        name: `panel panel-${i + 1}`,
        move: corners[i],
        children: scene.nodes,
      })),
      ...frames.flatMap((frame, i) => (beside[i] ? legend(frame, ofPanel[i]) : [])),
      ...ofRows.flatMap(({ first, last, colours }) =>
        legend(around(frames.slice(first * figure.columns, (last + 1) * figure.columns)), colours),
      ),
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

/** The smallest rectangle round several. */
function around(boxes: readonly Rectangle[]): Rectangle {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
