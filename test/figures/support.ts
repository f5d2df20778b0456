import { drawLandscapeSpec } from "../../src/export/figure.ts";
import type { Scene, SceneNode } from "../../src/figures/scene.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";

export type Group = Extract<SceneNode, { type: "group" }>;
export type PathNode = Extract<SceneNode, { type: "path" }>;
export type TextNode = Extract<SceneNode, { type: "text" }>;
export type ImageNode = Extract<SceneNode, { type: "image" }>;

/** Circle loss with γ = 256, m = 0.25 where nothing else is said. */
export const CIRCLE: LandscapeSpec = { version: 1, loss: { id: "circle" } };

export const sceneOf = (spec: Partial<LandscapeSpec> = {}): Scene =>
  drawLandscapeSpec({ ...CIRCLE, ...spec }).scene;

/** Every node, groups before what they hold. */
export const flat = (nodes: readonly SceneNode[]): SceneNode[] =>
  nodes.flatMap((node) => (node.type === "group" ? [node, ...flat(node.children)] : [node]));

export const groups = (scene: Scene): Group[] =>
  flat(scene.nodes).filter((node): node is Group => node.type === "group");

/** The nodes of a group by its name; throws where there is none. */
export function inGroup(scene: Scene, name: string): readonly SceneNode[] {
  const found = groups(scene).find((group) => group.name === name);
  if (found === undefined) throw new Error(`no group ${name}`);
  return flat(found.children);
}

export const paths = (nodes: readonly SceneNode[]): PathNode[] =>
  nodes.filter((node): node is PathNode => node.type === "path");
export const texts = (nodes: readonly SceneNode[]): TextNode[] =>
  nodes.filter((node): node is TextNode => node.type === "text");
export const images = (nodes: readonly SceneNode[]): ImageNode[] =>
  nodes.filter((node): node is ImageNode => node.type === "image");

export const wording = (node: TextNode): string => node.runs.map(({ text }) => text).join("");

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** The corners of `M x y L x y …`, one list for each stretch. */
export function polylines(d: string): Pixel[][] {
  return d
    .split("M")
    .slice(1)
    .map((stretch) => {
      const numbers = stretch
        .replace("Z", "")
        .split(/[\sL]+/)
        .map(Number);
      return Array.from({ length: numbers.length / 2 }, (_, i) => ({
        x: numbers[2 * i],
        y: numbers[2 * i + 1],
      }));
    });
}

/** How far a point is from the line between two others. */
export function distanceToSegment({ x, y }: Pixel, a: Pixel, b: Pixel): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
}
