import type { Prepared } from "./prepared.ts";
import { letterOf } from "./panels-caption.ts";
import { beyondPair, type LinkedReading, type Reading, row, within } from "./reading.ts";
import type { Rectangle, Scene } from "./scene.ts";

type Panel = NonNullable<Scene["panels"]>[number];

/** The panel whose frame is nearest to a pixel. */
function nearestPanel(panels: readonly Panel[], x: number, y: number): number {
  const distances = panels.map((panel) => {
    const place = { x: x - panel.x, y: y - panel.y };
    const inside = within(panel.scene.frame, place.x, place.y);
    return Math.hypot(inside.x - place.x, inside.y - place.y);
  });
  return distances.indexOf(Math.min(...distances));
}

/** The frame of what a reading at a pixel is of, without reading it. */
export function frameAt({ frame, room = frame, panels = [] }: Scene, x: number, y: number): Rectangle {
  const panel = panels.at(nearestPanel(panels, x, y));
  if (panel === undefined) return room;
  const { frame: own, room: box = own } = panel.scene;
  return { ...box, x: box.x + panel.x, y: box.y + panel.y };
}

/** What the panel whose frame is nearest to a pixel says of it, and what the others say of the same pair. */
export function readPanel(parts: readonly Prepared[], { panels = [] }: Scene, x: number, y: number): Reading {
  const i = nearestPanel(panels, x, y);
  const own = parts[i].readAt(panels[i].scene, x - panels[i].x, y - panels[i].y);
  return {
    ...inWhole(own, panels[i]),
    rows: [row("panel", "panel", letterOf(i)), ...own.rows],
    ...(own.pair && { pair: own.pair, others: linked(parts, panels, i, own.pair) }),
  };
}

const linked = (
  parts: readonly Prepared[],
  panels: readonly Panel[],
  chosen: number,
  pair: NonNullable<Reading["pair"]>,
): readonly LinkedReading[] =>
  parts.flatMap((part, i) => {
    const reading = i === chosen ? undefined : part.readPair?.(panels[i].scene, pair);
    return reading
      ? [{ panel: letterOf(i), ...inWhole(reading, panels[i]), rows: beyondPair(reading.rows) }]
      : [];
  });

/** From the pixels of a panel to those of the figure. */
const inWhole = ({ frame, at }: Reading, corner: Panel): Pick<Reading, "frame" | "at"> => ({
  frame: { ...frame, x: frame.x + corner.x, y: frame.y + corner.y },
  at: { x: at.x + corner.x, y: at.y + corner.y },
});
