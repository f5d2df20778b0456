import type { Rectangle, Scene, SceneNode, Stroke } from "../../src/figures/scene.ts";

/** A scene as text to compare and to read in a diff: rounded to a tenth of a pixel, long things as their checksums. */
export function sceneText({ width, height, background, frame, nodes }: Scene): string {
  const head = [`${width} × ${height} on ${background}`, `frame ${boxText(frame)}`];
  return `${[...head, ...nodes.flatMap((node) => nodeLines(node))].join("\n")}\n`;
}

/** So many paths side by side are a texture: hatching, arrows, the facets of a surface. */
const MANY = 12;
const LONG = 90;

/** FNV-1a, 32 bits. */
export function checksum(text: Iterable<number> | string): string {
  let hash = 0x811c9dc5;
  for (const each of typeof text === "string" ? new TextEncoder().encode(text) : text)
    hash = Math.imul(hash ^ each, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

const tenth = (x: number): string => String(Math.round(x * 10) / 10 + 0);

const boxText = ({ x, y, width, height }: Rectangle): string =>
  `${tenth(x)},${tenth(y)} ${tenth(width)}×${tenth(height)}`;

function nodeLines(node: SceneNode): string[] {
  switch (node.type) {
    case "group": {
      const move = node.move ? ` moved ${node.move.map(tenth).join(",")}` : "";
      const clip = node.clip ? ` clip ${boxText(node.clip)}` : "";
      return [`${node.name}${move}${clip}`, ...childLines(node.children).map((each) => ` ${each}`)];
    }
    case "path": {
      const opacity = node.fillOpacity === undefined ? "" : ` ${node.fillOpacity}`;
      const fill = node.fill === undefined ? "" : ` fill ${node.fill}${opacity}`;
      const inside = node.inside === undefined ? "" : ` inside ${pathText(node.inside)}`;
      return [`path ${pathText(node.d)}${fill}${strokeText(node.stroke)}${inside}`];
    }
    case "text": {
      const turn = node.rotate === undefined ? "" : ` turned ${tenth(node.rotate)}`;
      const words = node.runs.map(({ text }) => text).join("");
      return [
        `text ${tenth(node.x)},${tenth(node.y)} ${node.anchor} ${tenth(node.size)} ${node.color}${turn} ${JSON.stringify(words)}`,
      ];
    }
    case "image": {
      const { columns, rows, indices, palette } = node.raster;
      return [
        `image ${boxText(node.box)} of ${columns}×${rows} ${checksum(indices)} palette ${checksum(palette)}`,
      ];
    }
  }
}

/** Runs of many paths as one line. */
function childLines(nodes: readonly SceneNode[]): string[] {
  const lines: string[] = [];
  for (let i = 0; i < nodes.length;) {
    let end = i;
    while (nodes[end]?.type === "path") end++;
    const run = nodes.slice(i, end).flatMap(nodeLines);
    if (run.length > MANY)
      lines.push(run[0], `… ${run.length} paths ${checksum(run.join("\n"))}`, run.at(-1) ?? "");
    else lines.push(...run);
    if (end < nodes.length) lines.push(...nodeLines(nodes[end]));
    i = end + 1;
  }
  return lines;
}

/** A path as it is, or the places where it starts and ends, how long it is, and its checksum. */
function pathText(d: string): string {
  const rounded = d.replace(/-?\d+(\.\d+)?(e-?\d+)?/g, (each) => tenth(Number(each)));
  if (rounded.length <= LONG) return rounded;
  const numbers = rounded.match(/-?[\d.]+/g) ?? [];
  return `${numbers.slice(0, 2).join(",")} … ${numbers.slice(-2).join(",")} (${numbers.length} numbers ${checksum(rounded)})`;
}

function strokeText(stroke: Stroke | undefined): string {
  if (stroke === undefined) return "";
  const dash = stroke.dash ? ` dashed ${stroke.dash.map(tenth).join(" ")}` : "";
  const opacity = stroke.opacity === undefined ? "" : ` ${stroke.opacity}`;
  return ` stroke ${stroke.color} ${tenth(stroke.width)}${opacity}${dash}`;
}
