import type { Prepared } from "./prepared.ts";
import { letterOf } from "./panels-caption.ts";
import { type Reading, row, within } from "./reading.ts";
import type { Scene } from "./scene.ts";

/** What the panel whose frame is nearest to a pixel says of it. */
export function readPanel(parts: readonly Prepared[], { panels = [] }: Scene, x: number, y: number): Reading {
  const distances = panels.map((panel) => {
    const place = { x: x - panel.x, y: y - panel.y };
    const inside = within(panel.scene.frame, place.x, place.y);
    return Math.hypot(inside.x - place.x, inside.y - place.y);
  });
  const i = distances.indexOf(Math.min(...distances));
  const { scene, ...corner } = panels[i];
  const { frame, at, rows } = parts[i].readAt(scene, x - corner.x, y - corner.y);
  return {
    frame: { ...frame, x: frame.x + corner.x, y: frame.y + corner.y },
    at: { x: at.x + corner.x, y: at.y + corner.y },
    rows: [row("panel", "panel", letterOf(i)), ...rows],
  };
}
