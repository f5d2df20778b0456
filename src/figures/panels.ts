import type { ResolvedPanels } from "../spec/panels.ts";
import type { ColorDomain } from "./color.ts";
import { prepareSingle } from "./kinds.ts";
import { parseLabel, plainLabel, widthOf, wrapLabel } from "./label.ts";
import { drawLegend } from "./legend.ts";
import type { DrawOptions, Prepared } from "./prepared.ts";
import type { Scene, SceneNode } from "./scene.ts";
import { text } from "./text.ts";
import { LOOKS, typeSizes } from "./theme.ts";

/** (a), (b), (c) … as a paper letters its panels. */
const letterOf = (i: number): string => `(${String.fromCharCode(97 + i)})`;

/** A grid of figures: each with its own numbers, with one colour scale where they share it. */
export function preparePanels(figure: ResolvedPanels): Prepared {
  const layout = gridOf(figure);
  const parts = figure.panels.map(({ figure: single }) =>
    prepareSingle({ ...single, theme: figure.theme, size: layout.cell }),
  );
  const colours = figure.colours === "shared" ? sharedColours(parts) : null;
  const caption = sentencesOf(parts).join(" ");
  return {
    colours,
    caption,
    draw: (how = {}) => drawPanels(figure, layout, parts, colours, caption, how),
    facts: () => ({
      panels: parts.map((part, i) => ({
        panel: letterOf(i),
        title: figure.panels[i].title || figure.panels[i].figure.title,
        ...part.facts(),
      })),
    }),
  };
}

interface Grid {
  readonly cell: { readonly width: number; readonly height: number };
  readonly top: number;
  readonly gap: number;
  readonly sizes: ReturnType<typeof typeSizes>;
  readonly legendWidth: number;
}

function gridOf({ size, columns, panels, colours, caption, title }: ResolvedPanels): Grid {
  const sizes = typeSizes(size.width);
  const gap = sizes.base * 0.4;
  const legendWidth = colours === "shared" ? sizes.base * 7.2 : 0;
  const top = title === "" ? sizes.base * 0.4 : sizes.base * 1.2 + sizes.title * 1.3;
  const bottom = caption ? sizes.small * 1.4 * 3 + sizes.base : sizes.base * 0.4;
  const rows = Math.ceil(panels.length / columns);
  const cell = {
    width: Math.max(120, (size.width - legendWidth - gap * (columns + 1)) / columns),
    height: Math.max(120, (size.height - top - bottom - gap * (rows - 1)) / rows),
  };
  return { cell, top, gap, sizes, legendWidth };
}

/** From the lowest to the highest of all panels of the first one's quantity; null where no panel has colours. */
function sharedColours(parts: readonly Prepared[]): Prepared["colours"] {
  const found = parts.flatMap(({ colours }) => (colours ? [colours] : []));
  const [first] = found;
  if (first === undefined) return null;
  const domains = found.filter(({ quantity }) => quantity === first.quantity).map(({ domain }) => domain);
  const least = (key: "low" | "from"): number => Math.min(...domains.map((domain) => domain[key]));
  const most = (key: "high" | "to"): number => Math.max(...domains.map((domain) => domain[key]));
  const domain: ColorDomain = {
    low: least("low"),
    high: most("high"),
    from: least("from"),
    to: most("to"),
    below: domains.some(({ below }) => below),
    above: domains.some(({ above }) => above),
  };
  return { quantity: first.quantity, domain };
}

/** Every sentence of the panels' captions once. */
const sentencesOf = (parts: readonly Prepared[]): string[] => [
  ...new Set(parts.flatMap(({ caption }) => caption.split(/(?<=[.;]) (?=[A-Z])/))),
];

function drawPanels(
  figure: ResolvedPanels,
  { cell, top, gap, sizes, legendWidth }: Grid,
  parts: readonly Prepared[],
  colours: Prepared["colours"],
  caption: string,
  how: DrawOptions,
): Scene {
  const look = LOOKS[figure.theme];
  const { width, height } = figure.size;
  const place = (i: number): readonly [number, number] => [
    gap + (i % figure.columns) * (cell.width + gap),
    top + Math.floor(i / figure.columns) * (cell.height + gap),
  ];
  const scenes = parts.map((part, i) => {
    const shares = colours !== null && part.colours?.quantity === colours.quantity;
    const { title, figure: single } = figure.panels[i];
    const own = title || single.title;
    return part.draw({
      bare: true,
      ...(shares && { domain: colours.domain }),
      ...((figure.letters || own !== "") && {
        title: [figure.letters ? letterOf(i) : "", own].filter(Boolean).join(" "),
      }),
    });
  });
  const rows = Math.ceil(parts.length / figure.columns);
  const bottom = top + rows * (cell.height + gap);
  const lines = figure.caption && !how.bare ? wrapLabel(caption, sizes.small, width - 2 * sizes.base) : [];
  const room = Math.floor((height - bottom - sizes.base * 0.3) / (sizes.small * 1.4));
  const title = how.title ?? figure.title;
  const nodes: SceneNode[] = scenes.map((scene, i) => ({
    type: "group",
    name: `panel panel-${i + 1}`,
    move: place(i),
    children: scene.nodes,
  }));
  if (colours !== null && legendWidth > 0) {
    const [first] = scenes;
    const frame = {
      ...first.frame,
      x: first.frame.x,
      y: first.frame.y + top,
    };
    const legendX = width - legendWidth + sizes.base;
    nodes.push(
      ...drawLegend({ frame, sizes, legendX, captionY: bottom }, look, colours.quantity, colours.domain),
    );
  }
  if (title !== "") {
    const runs = parseLabel(title, "strong");
    const size = sizes.title * Math.min(1, (width - 2 * sizes.base) / widthOf(runs, sizes.title));
    nodes.push({ ...text(sizes.base, sizes.base * 0.9 + sizes.title, "", size, look.ink, "start"), runs });
  }
  if (lines.length <= room)
    nodes.push(
      ...lines.map((runs, i): SceneNode => ({
        ...text(sizes.base, bottom + (i + 0.8) * sizes.small * 1.4, "", sizes.small, look.soft, "start"),
        runs,
      })),
    );
  return {
    width,
    height,
    background: look.background,
    frame: { x: gap, y: top, width: width - 2 * gap, height: bottom - top },
    title: plainLabel(title || "Panels"),
    description: plainLabel(`${title}. ${caption}`),
    nodes,
  };
}
