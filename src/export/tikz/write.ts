import type { Scene, SceneNode } from "../../figures/scene.ts";
import { outlined } from "../outlines.ts";
import type { Platform } from "../platform.ts";
import { toTikz } from "./document.ts";
import { texOfRuns } from "./words.ts";

/** A scene as a LaTeX file; a text with letters that plain LaTeX cannot set is drawn as shapes of the figure fonts. */
export async function writeTikz(scene: Scene, recipe: string, platform: Platform): Promise<string> {
  const ready = async (node: SceneNode): Promise<SceneNode> => {
    if (node.type === "group") return { ...node, children: await Promise.all(node.children.map(ready)) };
    if (node.type !== "text" || texOfRuns(node.runs) !== null) return node;
    const { nodes } = await outlined({ ...scene, nodes: [node] }, platform);
    return nodes[0];
  };
  return toTikz({ ...scene, nodes: await Promise.all(scene.nodes.map(ready)) }, recipe);
}
