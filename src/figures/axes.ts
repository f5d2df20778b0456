import type { PlacedAxis } from "../plane/axis.ts";
import type { FigureWords } from "../spec/resolve.ts";
import type { FrameLayout } from "./frame.ts";
import { line, rectangle } from "./path.ts";
import type { SceneNode } from "./scene.ts";
import { parseLabel, widthOf } from "./label.ts";
import { text } from "./text.ts";
import type { Look } from "./theme.ts";
import { axisTicks, numberTicks, type Tick } from "./ticks.ts";

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

/** What stands along one side of a frame: its ends, which may fall, its name, and where its ticks are. */
export interface AxisView {
  readonly range: readonly [number, number];
  readonly label: string;
  /** About `count` ticks within the range. */
  readonly ticks: (count: number) => readonly Tick[];
}

export const similarityAxis = (axis: PlacedAxis): AxisView => ({
  range: axis.range,
  label: axisLabel(axis),
  ticks: (count) => axisTicks(axis, count),
});

/** An axis of plain numbers. */
export const numberAxis = (range: readonly [number, number], label: string): AxisView => ({
  range,
  label,
  ticks: (count) => numberTicks(range, count),
});

/** Frame, ticks, tick labels and axis labels. */
export function drawAxes(
  { frame, sizes }: FrameLayout,
  look: Look,
  acrossGiven: AxisView,
  upGiven: AxisView,
  words?: Pick<FigureWords, "horizontal" | "vertical">,
): SceneNode {
  const across = worded(acrossGiven, words?.horizontal);
  const up = worded(upGiven, words?.vertical);
  const bottom = frame.y + frame.height;
  const tick = sizes.base * 0.36;
  const count = (length: number): number => Math.max(2, Math.floor(length / (sizes.base * 4.6)));
  const place = ({ range }: AxisView, at: number): number => (at - range[0]) / (range[1] - range[0]);
  let marks = rectangle(frame.x, frame.y, frame.width, frame.height);
  const labels: SceneNode[] = [];
  const [ticksAcross, ticksUp] = [across.ticks(count(frame.width)), up.ticks(count(frame.height))];
  for (const { at, label } of ticksAcross) {
    const x = frame.x + frame.width * place(across, at);
    marks += line(x, bottom, x, bottom + tick);
    labels.push(text(x, bottom + tick + sizes.base * 1.0, label, sizes.small, look.ink, "middle"));
  }
  for (const { at, label } of ticksUp) {
    const y = bottom - frame.height * place(up, at);
    marks += line(frame.x - tick, y, frame.x, y);
    labels.push(
      text(frame.x - tick - sizes.base * 0.3, y + sizes.small * 0.34, label, sizes.small, look.ink, "end"),
    );
  }
  return {
    type: "group",
    name: "axes",
    axes: {
      frame,
      tick,
      across: { range: across.range, ticks: ticksAcross.map(({ at }) => at) },
      up: { range: up.range, ticks: ticksUp.map(({ at }) => at) },
    },
    children: [
      { type: "path", d: marks, stroke: { color: look.frame, width: look.weight } },
      ...labels,
      text(
        frame.x + frame.width / 2,
        bottom + sizes.base * 2.65,
        across.label,
        sizes.base,
        look.ink,
        "middle",
      ),
      {
        ...text(
          frame.x - sizes.base * 3.05,
          middleOf(frame, widthOf(parseLabel(up.label), sizes.base), sizes.base),
          up.label,
          sizes.base,
          look.ink,
          "middle",
        ),
        rotate: -90,
      },
    ],
  };
}

/** An axis with the words of a spec instead of its own. */
const worded = (axis: AxisView, label = ""): AxisView =>
  label === "" || axis.label === "" ? axis : { ...axis, label };

/** The middle of the frame's height; a longer label hangs from its top, for above it stands the title. */
const middleOf = (frame: FrameLayout["frame"], length: number, em: number): number =>
  frame.y + Math.max(frame.height / 2, length / 2 - em * 0.4);
