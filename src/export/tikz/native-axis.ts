import type { DrawnAxes, SceneNode } from "../../figures/scene.ts";
import type { TextNode } from "../placed-runs.ts";
import { bp } from "./drawing.ts";
import type { Place } from "./place.ts";
import { SCALE, type Styles } from "./styles.ts";
import { texOfRuns } from "./words.ts";

type Side = "x" | "y";

/**
 * The axes of a frame as an `axis` of pgfplots with the same ends, ticks and words in the same places. Null where a
 * label has letters that plain LaTeX cannot set.
 */
export function nativeAxis(
  drawn: DrawnAxes,
  [line, ...labels]: readonly SceneNode[],
  styles: Styles,
  to: (x: number, y: number) => Place,
): string | null {
  if (line?.type !== "path" || line.stroke === undefined) return null;
  const texts = labels.filter((node): node is TextNode => node.type === "text");
  const { frame, across, up, tick } = drawn;
  const ticksAcross = texts.slice(0, across.ticks.length);
  const ticksUp = texts.slice(across.ticks.length, across.ticks.length + up.ticks.length);
  const names = texts.slice(across.ticks.length + up.ticks.length);
  const bottom = frame.y + frame.height;
  const [x, y] = to(frame.x, bottom);
  const stroke = styles.stroke(line.stroke).join(", ");
  const tickOptions = [
    ticks("x", across.ticks, ticksAcross, styles, (node) => [0, -(node.y - bottom - tick)]),
    ticks("y", up.ticks, ticksUp, styles, (node, place) => [
      node.x - frame.x + tick,
      bottom - place(up.range) * frame.height - node.y,
    ]),
  ];
  const nameOptions = names.map((node) => {
    const side = node.rotate === undefined ? "x" : "y";
    const tex = texOfRuns(node.runs);
    const where = `${bp((node.x - frame.x) / frame.width)},${bp((bottom - node.y) / frame.height)}`;
    return tex === null
      ? null
      : `${side}label={${tex}}, ${side}label style={${styles.letters(node.size)}, text=${styles.colour(node.color)}, at={(axis description cs:${where})}, anchor=base, inner sep=0pt},`;
  });
  const options = [...tickOptions, ...nameOptions];
  if (options.includes(null)) return null;
  return [
    "\\begin{axis}[",
    `  at={(${bp(x)}bp,${bp(y)}bp)}, anchor=south west, scale only axis, width=${bp(frame.width * SCALE)}bp, height=${bp(frame.height * SCALE)}bp,`,
    `  ${ends("x", across.range)} ${ends("y", up.range)}`,
    `  axis on top, axis line style={${stroke}}, tick style={${stroke}}, tick align=outside, tick pos=left,`,
    `  major tick length=${bp(tick * SCALE)}bp, scaled ticks=false,`,
    ...options.flatMap((option) => (option === "" ? [] : [`  ${option ?? ""}`])),
    "]",
    "\\end{axis}",
  ].join("\n");
}

/** Fourteen digits, without the last ones of rounding. */
const exact = (x: number): string => String(Number(x.toPrecision(14)) + 0);

function ends(side: Side, [start, end]: readonly [number, number]): string {
  const falls = end < start ? ` ${side} dir=reverse,` : "";
  return `${side}min=${exact(Math.min(start, end))}, ${side}max=${exact(Math.max(start, end))},${falls}`;
}

/** Plain numbers are left to pgfplots to write, so that another choice of ticks has its numbers. */
const PLAIN = /^-?\d+(?:\.\d{1,6})?$/;

function ticks(
  side: Side,
  places: readonly number[],
  labels: readonly TextNode[],
  styles: Styles,
  shift: (node: TextNode, part: (range: readonly [number, number]) => number) => readonly [number, number],
): string | null {
  if (labels.length === 0) return `${side}tick=\\empty,`;
  const plain = labels.map(({ runs }) =>
    runs
      .map(({ text }) => text)
      .join("")
      .replaceAll("−", "-"),
  );
  const isPlain = plain.every((label, i) => PLAIN.test(label) && Math.abs(Number(label) - places[i]) < 1e-9);
  const written = labels.map(({ runs }) => texOfRuns(runs));
  if (written.includes(null)) return null;
  const [first] = labels;
  const [dx, dy] = shift(first, ([start, end]) => (places[0] - start) / (end - start));
  const style = [
    styles.letters(first.size),
    `text=${styles.colour(first.color)}`,
    `anchor=${side === "x" ? "base" : "base east"}`,
    "inner sep=0pt",
    ...(Math.abs(dx) > 1e-6 ? [`xshift=${bp(dx * SCALE)}bp`] : []),
    ...(Math.abs(dy) > 1e-6 ? [`yshift=${bp(dy * SCALE)}bp`] : []),
  ];
  const words = isPlain
    ? ` ${side}ticklabel={\\msnumber{\\tick}},`
    : ` ${side}ticklabels={${written.map((label) => `{${label}}`).join(",")}},`;
  return `${side}tick={${places.map(exact).join(",")}},${words} ${side}ticklabel style={${style.join(", ")}},`;
}
