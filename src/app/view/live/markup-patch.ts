/**
 * What turns the elements of one markup into those of another that is made alike. Elements and texts are counted
 * together, in the order of the document.
 */
export interface MarkupPatch {
  readonly attributes: readonly (readonly [element: number, name: string, value: string])[];
  readonly texts: readonly (readonly [text: number, data: string])[];
}

const PIECES = /<[^>]*>|[^<]+/g;
const ATTRIBUTES = /([\w:-]+)="([^"]*)"/g;

/** Undefined where the markups are not made alike, or hold an entity where they differ. */
export function patchBetween(before: string, after: string): MarkupPatch | undefined {
  const [old, fresh] = [before.match(PIECES) ?? [], after.match(PIECES) ?? []];
  if (old.length !== fresh.length) return undefined;
  const attributes: [number, string, string][] = [];
  const texts: [number, string][] = [];
  let place = -1;
  for (const [i, piece] of fresh.entries()) {
    if (!piece.startsWith("</")) place++;
    if (piece === old[i]) continue;
    const isTag = piece.startsWith("<");
    if (piece.includes("&") || isTag !== old[i].startsWith("<")) return undefined;
    if (!isTag) texts.push([place, piece]);
    else {
      if (withoutValues(piece) !== withoutValues(old[i])) return undefined;
      const known = [...old[i].matchAll(ATTRIBUTES)];
      for (const [k, [, name, value]] of [...piece.matchAll(ATTRIBUTES)].entries())
        if (value !== known[k][2]) attributes.push([place, name, value]);
    }
  }
  return { attributes, texts };
}

const withoutValues = (tag: string): string => tag.replaceAll(ATTRIBUTES, "$1");

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
