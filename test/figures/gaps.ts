import type { Scene } from "../../src/figures/scene.ts";
import { textBoxes } from "./boxes.ts";

/** Rows of panels that leave more than a panel's room empty beside them, in words. */
export function gaps(scene: Scene, rows: readonly (readonly number[])[]): string[] {
  const room = scene.width / Math.max(...rows.map(({ length }) => length));
  const panels = scene.nodes.filter((node) => node.type === "group" && node.name.startsWith("panel "));
  const legends = scene.nodes.filter((node) => node.type === "group" && node.name === "legend");
  const ends = (node: (typeof panels)[number]) => {
    const points = textBoxes({ ...scene, nodes: [node] }).flatMap(({ corners }) => corners);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  };
  return rows.flatMap((row, r) => {
    const boxes = row.map((i) => ends(panels[i]));
    const [top, bottom] = [
      Math.min(...boxes.map((box) => box.top)),
      Math.max(...boxes.map((box) => box.bottom)),
    ];
    const all = [...boxes, ...legends.map(ends).filter((box) => box.top < bottom && box.bottom > top)];
    const left = Math.min(...all.map((box) => box.left));
    const right = scene.width - Math.max(...all.map((box) => box.right));
    return Math.max(left, right) < room
      ? []
      : [`row ${r + 1}: ${left.toFixed(0)} px left, ${right.toFixed(0)} px right`];
  });
}
