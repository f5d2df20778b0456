import type { Rectangle, SceneNode } from "../figures/scene.ts";

/**
 * The same picture with neighbours of one clip in one group: a rasteriser makes a layer of the whole picture for every
 * group that is clipped.
 */
export function withSharedClips(nodes: readonly SceneNode[]): readonly SceneNode[] {
  const shared: SceneNode[] = [];
  let clip: Rectangle | undefined;
  let inside: SceneNode[] = [];
  for (const node of nodes) {
    if (node.type !== "group") {
      clip = undefined;
      shared.push(node);
      continue;
    }
    const group = { ...node, children: withSharedClips(node.children) };
    if (group.clip === undefined || group.move !== undefined) {
      clip = undefined;
      shared.push(group);
      continue;
    }
    if (clip === undefined || !isSame(clip, group.clip)) {
      clip = group.clip;
      inside = [];
      shared.push({ type: "group", name: "clipped", clip, children: inside });
    }
    const { clip: _, ...free } = group;
    inside.push(free);
  }
  return shared;
}

const isSame = (a: Rectangle, b: Rectangle): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
