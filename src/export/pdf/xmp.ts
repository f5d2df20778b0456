import { escaped } from "../svg-document.ts";

/** The namespace of a recipe in a PDF; a name, not an address. */
const NAMESPACE = "https://marginscape.invalid/ns/1#";

export interface XmpFacts {
  readonly title: string;
  readonly description: string;
  readonly recipe: string;
  readonly creator: string;
}

/** What a PDF says of itself: title, description, and the recipe that made the figure. */
export const xmpPacket = ({ title, description, recipe, creator }: XmpFacts): string =>
  `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:marginscape="${NAMESPACE}">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(description)}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>${escaped(creator)}</xmp:CreatorTool>
<marginscape:recipe>${escaped(recipe)}</marginscape:recipe>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
