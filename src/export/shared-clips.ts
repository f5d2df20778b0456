import { type Rectangle, round, type Scene, type SceneNode } from "../figures/scene.ts";

/**
 * The nodes of a scene for a rasteriser. On a solid ground what comes first needs no clip: the ground is painted once
 * more round it, before there is anything else.
 */
export function nodesForRaster({ nodes, background, width, height }: Scene): readonly SceneNode[] {
  const shared = withSharedClips(nodes);
  const [first, ...others] = shared;
  if (background === null || first?.type !== "group" || !first.clip || first.move) return shared;
  const { clip, ...free } = first;
  const [left, top, right, bottom] = [clip.x, clip.y, clip.x + clip.width, clip.y + clip.height].map(round);
  const hole = `M${left} ${top}V${bottom}H${right}V${top}Z`;
  return [free, { type: "path", d: `M0 0H${width}V${height}H0Z${hole}`, fill: background }, ...others];
}

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
