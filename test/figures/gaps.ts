import type { Scene } from "../../src/figures/scene.ts";
import { textBoxes } from "./boxes.ts";
import type { Group } from "./support.ts";

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

/** Rows whose frames do not begin and end on one line, in words. */
export function uneven(scene: Scene, rows: readonly (readonly number[])[]): string[] {
  const panels = scene.nodes.filter(
    (node): node is Group => node.type === "group" && node.name.startsWith("panel "),
  );
  return rows.flatMap((row, r) => {
    const frames = row.flatMap((i) => {
      const { children, move: [, down] = [0, 0] } = panels[i];
      return children.flatMap((node) =>
        node.type === "group" && node.axes
          ? [{ top: node.axes.frame.y + down, bottom: node.axes.frame.y + node.axes.frame.height + down }]
          : [],
      );
    });
    const spread = (ends: readonly number[]): number => Math.max(...ends) - Math.min(...ends);
    const off = Math.max(spread(frames.map(({ top }) => top)), spread(frames.map(({ bottom }) => bottom)));
    return off < 1 ? [] : frames.length < 2 ? [] : [`row ${r + 1}: ${off.toFixed(1)} px`];
  });
}
