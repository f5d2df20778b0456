/** Where a figure is to stand. Lengths in pixels at 96 to the inch. */
export interface Venue {
  readonly name: string;
  readonly width: number;
  /** Height of the letters of axis labels. */
  readonly type: number;
  readonly typeface: "sans" | "serif";
  /** Height over width where the figure's own proportions would not fit a page of it. */
  readonly aspect?: number;
}

const inches = (length: number): number => Math.round(length * 9600) / 100;
const points = (height: number): number => Math.round((height * 9600) / 72) / 100;

export const VENUES = {
  "cvpr-column": { name: "CVPR, column", width: inches(3.25), type: points(8), typeface: "serif" },
  "cvpr-full": { name: "CVPR, both columns", width: inches(6.875), type: points(8), typeface: "serif" },
  neurips: { name: "NeurIPS", width: inches(5.5), type: points(8), typeface: "serif" },
  iclr: { name: "ICLR", width: inches(5.5), type: points(8), typeface: "serif" },
  "icml-column": { name: "ICML, column", width: inches(3.25), type: points(8), typeface: "serif" },
  "icml-full": { name: "ICML, both columns", width: inches(6.75), type: points(8), typeface: "serif" },
  ieee: { name: "IEEE, column", width: inches(3.3), type: points(8), typeface: "serif" },
  nature: { name: "Nature, column", width: inches(3.3), type: points(7), typeface: "sans" },
  eccv: { name: "ECCV", width: inches(4.8), type: points(8), typeface: "serif" },
  blog: { name: "blog post, 720 px", width: 720, type: 13, typeface: "sans" },
  slides: { name: "slide, 16:9", width: 1280, type: 22, typeface: "sans", aspect: 9 / 16 },
} as const satisfies Record<string, Venue>;

export type VenueId = keyof typeof VENUES | "none";

export const VENUE_IDS = ["none", ...Object.keys(VENUES)] as readonly VenueId[] as readonly [
  VenueId,
  ...VenueId[],
];

/** The venue of a figure; undefined for one that is for nowhere in particular. */
export const venueOf = (id: VenueId): Venue | undefined => (id === "none" ? undefined : VENUES[id]);
