import { rgb } from "d3";
import { zlibSync } from "fflate";
import type { Raster, SceneNode } from "../../figures/scene.ts";
import { utf8 } from "../bytes.ts";
import { segmentsOf } from "./outline.ts";
import type { Place } from "./place.ts";
import { SCALE } from "./styles.ts";

/** A bitmap in a box of bp, by the command of the file's head. */
export const bitmap = (
  { columns, rows, indices, palette, transparent }: Raster,
  width: string,
  height: string,
): string =>
  [
    `{${transparent === undefined ? "" : `\\def\\msmask{/Mask[${transparent} ${transparent}]}`}\\msbitmap{${columns}}{${rows}}{${palette.length / 3 - 1}}{${width}}{${height}}{%`,
    ...hex(palette),
    "}{%",
    ...squeezed(indices.subarray(0, columns * rows)),
    "}}",
  ].join("\n");

/** Paths, in the words of PDF, as one drawing that TeX does not look into. */
export const drawing = (
  paths: readonly Extract<SceneNode, { type: "path" }>[],
  to: (x: number, y: number) => Place,
  width: string,
  height: string,
): string => [`\\msdrawing{${width}}{${height}}{%`, ...squeezed(utf8(contentOf(paths, to))), "}"].join("\n");

/** Colours and widths stay until they change. */
function contentOf(
  paths: readonly Extract<SceneNode, { type: "path" }>[],
  to: (x: number, y: number) => Place,
): string {
  const state = new Map<string, string>();
  let content = "1 j\n";
  const set = (operator: string, value: string): void => {
    if (state.get(operator) === value) return;
    state.set(operator, value);
    content += `${value} ${operator}\n`;
  };
  for (const { d, fill, stroke } of paths) {
    const filled = fill !== undefined && fill !== "none";
    if (d === "" || (!filled && !stroke)) continue;
    if (filled) set("rg", parts(fill));
    if (stroke) {
      set("RG", parts(stroke.color));
      set("w", short(stroke.width * SCALE));
    }
    for (const segment of segmentsOf(d, to, SCALE)) content += `${operation(segment)}\n`;
    content += filled ? (stroke ? "B\n" : "f\n") : "S\n";
  }
  return content;
}

function operation(segment: ReturnType<typeof segmentsOf>[number]): string {
  switch (segment.kind) {
    case "move":
      return `${pair(segment.at)} m`;
    case "line":
      return `${pair(segment.at)} l`;
    case "curve":
      return `${[...segment.controls, segment.at].map(pair).join(" ")} c`;
    case "close":
      return "h";
    case "circle":
      throw new Error("circles are not drawn in the words of PDF");
  }
}

const short = (x: number): string => String(Math.round(x * 1000) / 1000 + 0);
const pair = ([x, y]: Place): string => `${short(x)} ${short(y)}`;

function parts(css: string): string {
  const { r, g, b } = rgb(css);
  return [r, g, b].map((part) => short(part / 255)).join(" ");
}

const squeezed = (bytes: Uint8Array): readonly string[] => hex(zlibSync(bytes, { level: 9 }));

const BYTES_A_LINE = 60;

/** Lines of hexadecimal digits. */
function hex(bytes: Uint8Array): string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += BYTES_A_LINE)
    lines.push(Array.from(bytes.subarray(at, at + BYTES_A_LINE), digits).join(""));
  return lines;
}

const digits = (byte: number): string => byte.toString(16).padStart(2, "0");
