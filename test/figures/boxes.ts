import { SCRIPT_SCALE, widthOf } from "../../src/figures/label.ts";
import type { Scene, SceneNode } from "../../src/figures/scene.ts";

/** Where a text of a scene stands: its letters' height and width, turned as it is turned. */
export interface TextBox {
  readonly text: string;
  readonly group: string;
  readonly size: number;
  /** Corners of the box, in the figure's pixels. */
  readonly corners: readonly (readonly [number, number])[];
}

const ABOVE = 0.72;
const BELOW = 0.2;

export function textBoxes(scene: Scene): TextBox[] {
  const boxes: TextBox[] = [];
  const visit = (node: SceneNode, dx: number, dy: number, group: string): void => {
    if (node.type === "group") {
      const [mx, my] = node.move ?? [0, 0];
      for (const child of node.children) visit(child, dx + mx, dy + my, node.name);
    }
    if (node.type !== "text" || node.runs.length === 0) return;
    const text = node.runs.map((run) => run.text).join("");
    if (text.trim() === "") return;
    const width = widthOf(node.runs, node.size);
    const left = node.x - (node.anchor === "start" ? 0 : node.anchor === "middle" ? width / 2 : width);
    const above = Math.max(
      ...node.runs.map(
        ({ shift, outline }) =>
          (outline
            ? (outline.above / 1000) * node.size
            : ABOVE * (shift === 0 ? 1 : SCRIPT_SCALE) * node.size) -
          shift * node.size,
      ),
    );
    const below = Math.max(
      ...node.runs.map(
        ({ shift, outline }) =>
          (outline
            ? (outline.below / 1000) * node.size
            : BELOW * (shift === 0 ? 1 : SCRIPT_SCALE) * node.size) +
          shift * node.size,
      ),
    );
    const turn = ((node.rotate ?? 0) * Math.PI) / 180;
    const corners = (
      [
        [left, node.y - above],
        [left + width, node.y - above],
        [left + width, node.y + below],
        [left, node.y + below],
      ] as const
    ).map(([x, y]): [number, number] => {
      const [rx, ry] = [x - node.x, y - node.y];
      return [
        dx + node.x + rx * Math.cos(turn) - ry * Math.sin(turn),
        dy + node.y + rx * Math.sin(turn) + ry * Math.cos(turn),
      ];
    });
    boxes.push({ text, group, size: node.size, corners });
  };
  for (const node of scene.nodes) visit(node, 0, 0, "");
  return boxes;
}

/** How far a box reaches beyond the figure, in pixels. */
export const beyond = ({ corners }: TextBox, { width, height }: Pick<Scene, "width" | "height">): number =>
  Math.max(...corners.flatMap(([x, y]) => [-x, -y, x - width, y - height]));

/** Whether two boxes stand wholly beside each other, as most do: then nothing needs to be measured. */
function apart(a: Reach, b: Reach): boolean {
  return a.left > b.right || b.left > a.right || a.top > b.bottom || b.top > a.bottom;
}

interface Reach {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function reachOf({ corners }: TextBox): Reach {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** How deep two boxes reach into each other, in pixels; 0 or less where they do not (separating axes). */
export function depth(a: TextBox, b: TextBox): number {
  let least = Infinity;
  for (const { corners } of [a, b]) {
    for (const i of [0, 1]) {
      const [ax, ay] = corners[i];
      const [bx, by] = corners[i + 1];
      const length = Math.hypot(bx - ax, by - ay) || 1;
      const [nx, ny] = [(by - ay) / length, (ax - bx) / length];
      const ends = (box: TextBox): [number, number] => {
        const along = box.corners.map(([x, y]) => x * nx + y * ny);
        return [Math.min(...along), Math.max(...along)];
      };
      const [[a0, a1], [b0, b1]] = [ends(a), ends(b)];
      least = Math.min(least, Math.min(a1, b1) - Math.max(a0, b0));
    }
  }
  return least;
}

/** Everything wrong with the texts of a scene, in words. */
export function crowded(scene: Scene, slack = 1): string[] {
  const boxes = textBoxes(scene);
  const said = ({ text, group }: TextBox): string => `${group}: “${text.slice(0, 40)}”`;
  const clipped = boxes.flatMap((box) => {
    const by = beyond(box, scene);
    return by > slack / 2 ? [`${said(box)} is cut by ${by.toFixed(1)} px`] : [];
  });
  const reaches = boxes.map(reachOf);
  const over = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b, k) => {
      if (apart(reaches[i], reaches[i + 1 + k])) return [];
      const by = depth(a, b);
      return by > slack ? [`${said(a)} over ${said(b)} by ${by.toFixed(1)} px`] : [];
    }),
  );
  return [...clipped, ...over];
}
