import Pdf from "pdfkit";
import type { Scene } from "../../figures/scene.ts";
import { joined, utf8 } from "../bytes.ts";
import { FontBook } from "../font-book.ts";
import type { Platform } from "../platform.ts";
import { Painter } from "./painter.ts";
import { xmpPacket } from "./xmp.ts";

/** Points to the figure's pixel. */
const POINTS = 72 / 96;

/**
 * A scene as a PDF page of its size: paths as paths, letters as letters of embedded subsets, colour fields as indexed
 * bitmaps, the recipe as XMP. The same scene gives the same bytes everywhere.
 */
export async function toPdf(scene: Scene, recipe: string, platform: Platform): Promise<Uint8Array> {
  const { width, height, title, description, background } = scene;
  const creator = `Marginscape ${__VERSION__}`;
  const fonts = new FontBook(platform);
  const pdf = new Pdf({
    size: [width * POINTS, height * POINTS],
    margin: 0,
    pdfVersion: "1.7",
    lang: "en",
    displayTitle: true,
    // any font, so that none is looked for by name
    font: (await fonts.open("text")).font as unknown as string,
    info: {
      Title: title,
      Subject: description,
      Creator: creator,
      Producer: creator,
      CreationDate: new Date(0),
    },
  });
  const parts: Uint8Array[] = [];
  pdf.on("data", (part: Uint8Array) => parts.push(part));
  const ended = new Promise((done) => pdf.on("end", done));
  pdf.scale(POINTS);
  if (background !== null) pdf.rect(0, 0, width, height).fill(background);
  const painter = new Painter(pdf, fonts);
  for (const node of scene.nodes) await painter.node(node);
  describe(pdf, xmpPacket({ title, description, recipe, creator }));
  pdf.end();
  await ended;
  return joined(parts);
}

interface Reference {
  compress: boolean;
  end: (bytes: Uint8Array) => void;
}

/** What pdfkit has but its types do not tell. */
interface Inside {
  readonly ref: (data: object) => Reference;
}
interface Root {
  readonly data: Record<string, unknown>;
}

/**
 * Hangs the packet into the file, uncompressed, so that any program finds it, in the place of pdfkit's own at the end:
 * what is not in that place is lost as soon as another program writes the file anew.
 */
function describe(pdf: InstanceType<typeof Pdf>, packet: string): void {
  const metadata = (pdf as unknown as Inside).ref({ Type: "Metadata", Subtype: "XML" });
  metadata.compress = false;
  metadata.end(utf8(packet));
  (Reflect.get(pdf, "_root") as Root).data["Metadata"] = metadata;
  Reflect.set(pdf, "endMetadata", () => {});
}
