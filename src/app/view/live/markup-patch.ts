/**
 * What turns the elements of one markup into those of another that is made alike. Elements and texts are counted
 * together, in the order of the document.
 */
export interface MarkupPatch {
  readonly attributes: readonly (readonly [element: number, name: string, value: string])[];
  readonly texts: readonly (readonly [text: number, data: string])[];
}

const PIECES = /<[^>]*>|[^<]+/g;

/** Tags and texts in the order of the document. */
export const piecesOf = (markup: string): readonly string[] => markup.match(PIECES) ?? [];

/** Of the pieces of two markups. Undefined where these are not made alike, or hold an entity where they differ. */
export function patchBetween(old: readonly string[], fresh: readonly string[]): MarkupPatch | undefined {
  if (old.length !== fresh.length) return undefined;
  const attributes: [number, string, string][] = [];
  const texts: [number, string][] = [];
  let place = -1;
  for (const [i, piece] of fresh.entries()) {
    if (!piece.startsWith("</")) place++;
    if (piece === old[i]) continue;
    const isTag = piece.startsWith("<");
    if (piece.includes("&") || isTag !== old[i].startsWith("<")) return undefined;
    if (!isTag) {
      texts.push([place, piece]);
      continue;
    }
    // names and values in turn: `<text x=`, `1`, ` y=`, `2`, `>`
    const [known, parts] = [old[i].split('"'), piece.split('"')];
    if (known.length !== parts.length) return undefined;
    for (const [k, part] of parts.entries()) {
      if (part === known[k]) continue;
      if (k % 2 === 0) return undefined;
      attributes.push([place, parts[k - 1].slice(parts[k - 1].lastIndexOf(" ") + 1, -1), part]);
    }
  }
  return { attributes, texts };
}

/** The nodes that a patch counts. */
export function nodesIn(root: Element): readonly Node[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [root];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

export function applyPatch(nodes: readonly Node[], { attributes, texts }: MarkupPatch): void {
  for (const [place, name, value] of attributes) (nodes[place] as Element).setAttribute(name, value);
  for (const [place, data] of texts) (nodes[place] as Text).data = data;
}
