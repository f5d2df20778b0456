import { overlap, type Rectangle, type Scene } from "../../src/figures/scene.ts";
import { drawnArcs } from "./arc.ts";
import { flat, type Group, paths, type Pixel, polylines } from "./support.ts";

const LINES = new Set(["curves", "boundaries"]);

/** Points along the lines of a path, at most about a pixel apart. */
function along(d: string): Pixel[] {
  if (/[A-Z]/.test(d.replaceAll(/[MLZ]/g, "")))
    return drawnArcs(d).flatMap((arc) => Array.from({ length: 200 }, (_, k) => arc.at(k / 199)));
  return polylines(d).flatMap((points) =>
    points.slice(1).flatMap((to, i) => {
      const from = points[i];
      const steps = Math.min(2000, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y)) + 1);
      return Array.from({ length: steps }, (_, k) => ({
        x: from.x + ((to.x - from.x) * k) / steps,
        y: from.y + ((to.y - from.y) * k) / steps,
      }));
    }),
  );
}

/** The box of a key among the names of lines; undefined where they stand without one. */
function keyBox(names: Group): Rectangle | undefined {
  const box = paths(names.children).find(({ fill }) => fill !== undefined && fill !== "none");
  if (box === undefined) return undefined;
  const [left, top, right, bottom] = (box.d.match(/-?[\d.]+/g) ?? []).map(Number);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Points of lines that a key stands over, in each frame of a scene. */
export function covered(scene: Scene): number {
  const frames = [
    scene.nodes,
    ...flat(scene.nodes).flatMap((node) => (node.type === "group" ? [node.children] : [])),
  ];
  return frames
    .map((nodes) => {
      const groups = nodes.filter((node): node is Group => node.type === "group");
      const names = groups.find(({ name }) => name === "names");
      const box = names && keyBox(names);
      if (box === undefined) return 0;
      return groups
        .filter(({ name }) => LINES.has(name))
        .flatMap(({ children }) => paths(children))
        .flatMap(({ d }) => along(d))
        .filter(({ x, y }) => overlap(box, { x, y, width: 0, height: 0 })).length;
    })
    .reduce((sum, count) => sum + count, 0);
}
