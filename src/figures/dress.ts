import type { ResolvedHead } from "../spec/resolve.ts";
import { venueOf } from "../spec/venues.ts";
import { plainLabel } from "./label.ts";
import type { Run, Scene, SceneNode } from "./scene.ts";

/** A drawn figure with the ground, the typeface and the alternative text that its spec asks for. */
export function dressed(
  scene: Scene,
  { look, venue, words }: Pick<ResolvedHead, "look" | "venue" | "words">,
): Scene {
  return {
    ...scene,
    background: look.ground === "transparent" ? null : scene.background,
    description: words.alt === "" ? scene.description : plainLabel(words.alt),
    nodes: venueOf(venue)?.typeface === "serif" ? scene.nodes.map(inSerif) : scene.nodes,
  };
}

const SERIF: Partial<Record<Run["font"], Run["font"]>> = { text: "serif", strong: "serifStrong" };

/** Letters of the serif are narrower: what was laid out for the other face has room. */
function inSerif(node: SceneNode): SceneNode {
  if (node.type === "group") return { ...node, children: node.children.map(inSerif) };
  if (node.type !== "text") return node;
  return { ...node, runs: node.runs.map((run) => ({ ...run, font: SERIF[run.font] ?? run.font })) };
}
