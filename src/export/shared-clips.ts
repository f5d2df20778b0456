import { type Rectangle, round, type Scene, type SceneNode } from "../figures/scene.ts";

/**
 * The nodes of a scene for a rasteriser. On a solid ground what comes first needs no clip: the ground is painted once
 * more round it, before there is anything else.
 */
export function nodesForRaster({ nodes, background, width, height }: Scene): readonly SceneNode[] {
  const shared = withSharedClips(nodes);
  const [first] = shared;
  const clip = clipOf(first);
  if (background === null || clip === undefined) return shared;
  const others = shared.findIndex((node) => !isClipped(node, clip) && !isOutlined(node));
  const plane = others === -1 ? shared : shared.slice(0, others);
  const [left, top, right, bottom] = [clip.x, clip.y, clip.x + clip.width, clip.y + clip.height].map(round);
  const hole = `M${left} ${top}V${bottom}H${right}V${top}Z`;
  return [
    ...plane.map(withoutClip),
    { type: "path", d: `M0 0H${width}V${height}H0Z${hole}`, fill: background },
    ...shared.slice(plane.length),
  ];
}

/** The clip of a group that stays where it is. */
const clipOf = (node: SceneNode | undefined): Rectangle | undefined =>
  node?.type === "group" && node.move === undefined ? node.clip : undefined;

function isClipped(node: SceneNode, clip: Rectangle): boolean {
  const own = clipOf(node);
  return own !== undefined && isSame(own, clip);
}

/** Hatching, say: drawn only inside outlines, which are areas of the plane. */
const isOutlined = (node: SceneNode): boolean =>
  node.type === "group"
    ? node.clip === undefined && node.move === undefined && node.children.every(isOutlined)
    : node.type === "path" && node.inside !== undefined;

function withoutClip(node: SceneNode): SceneNode {
  if (node.type !== "group") return node;
  const { clip: _, ...free } = node;
  return free;
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
    inside.push(withoutClip(group));
  }
  return shared;
}

const isSame = (a: Rectangle, b: Rectangle): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
