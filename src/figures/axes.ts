import type { PlacedAxis } from "../plane/axis.ts";
import { parseLabel } from "./label.ts";
import type { Layout } from "./layout.ts";
import { line, rectangle } from "./path.ts";
import type { SceneNode } from "./scene.ts";
import type { Look } from "./theme.ts";
import { axisTicks } from "./ticks.ts";

const SUBSCRIPT = { negative: "n", positive: "p" } as const;

/** What an axis shows, with its symbol. */
export function axisLabel({ similarity, unit }: PlacedAxis): string {
  const i = SUBSCRIPT[similarity];
  switch (unit) {
    case "cosine":
      return `${similarity} similarity $s_${i}$`;
    case "radians":
    case "degrees":
      return `angle to the ${similarity} $θ_${i}$`;
    case "chord":
      return `distance to the ${similarity} $d_${i}$`;
  }
}

/** Frame, ticks, tick labels and axis labels. */
export function drawAxes(layout: Layout, look: Look): SceneNode {
  const { frame, sizes, horizontal, vertical } = layout;
  const bottom = frame.y + frame.height;
  const tick = sizes.base * 0.36;
  const count = Math.max(2, Math.floor(frame.width / (sizes.base * 4.6)));
  const place = ({ range }: PlacedAxis, at: number): number => (at - range[0]) / (range[1] - range[0]);
  let marks = rectangle(frame.x, frame.y, frame.width, frame.height);
  const labels: SceneNode[] = [];
  for (const { at, label } of axisTicks(horizontal, count)) {
    const x = frame.x + frame.width * place(horizontal, at);
    marks += line(x, bottom, x, bottom + tick);
    labels.push(text(x, bottom + tick + sizes.base * 1.0, label, sizes.small, look.ink, "middle"));
  }
  for (const { at, label } of axisTicks(vertical, count)) {
    const y = bottom - frame.height * place(vertical, at);
    marks += line(frame.x - tick, y, frame.x, y);
    labels.push(
      text(frame.x - tick - sizes.base * 0.3, y + sizes.small * 0.34, label, sizes.small, look.ink, "end"),
    );
  }
  return {
    type: "group",
    name: "axes",
    children: [
      { type: "path", d: marks, stroke: { color: look.frame, width: look.weight } },
      ...labels,
      text(
        frame.x + frame.width / 2,
        bottom + sizes.base * 2.65,
        axisLabel(horizontal),
        sizes.base,
        look.ink,
        "middle",
      ),
      {
        ...text(
          frame.x - sizes.base * 3.05,
          frame.y + frame.height / 2,
          axisLabel(vertical),
          sizes.base,
          look.ink,
          "middle",
        ),
        rotate: -90,
      },
    ],
  };
}

/** One label at a place. */
export const text = (
  x: number,
  y: number,
  label: string,
  size: number,
  color: string,
  anchor: "start" | "middle" | "end",
): Extract<SceneNode, { type: "text" }> => ({
  type: "text",
  x,
  y,
  runs: parseLabel(label),
  size,
  color,
  anchor,
});
