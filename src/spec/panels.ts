import * as v from "valibot";
import { anyFigure, flag, listOf, objectOf, oneOf, type Readable, text, whole } from "./entries.ts";
import { parseSingle, type ResolvedSingle, resolveSingle, type SingleSpec } from "./kinds.ts";
import { checked } from "./parse.ts";
import { type ResolvedHead, resolvedHead } from "./resolve.ts";
import { venueOf } from "./venues.ts";

export const COLOUR_SCALES = ["shared", "own"] as const;

export const panelsSchema = objectOf(
  {
    ...anyFigure,
    kind: v.literal("panels", "expected panels"),
    columns: v.exactOptional(whole(1, 6)),
    /** One colour scale and one legend for all panels of the same quantity, or one for each. */
    colours: v.exactOptional(oneOf(COLOUR_SCALES)),
    /** (a), (b), (c) before the titles of the panels. */
    letters: v.exactOptional(flag),
    caption: v.exactOptional(flag),
    panels: listOf(objectOf({ title: v.exactOptional(text(200)), figure: v.unknown() }), 24, "panels", 1),
  },
  "expected a figure: an object with version 1",
);

type Head = Omit<Readable<v.InferOutput<typeof panelsSchema>>, "panels">;

/** A grid of figures; theme and size of the whole hold for each. */
export interface PanelsSpec extends Head {
  readonly panels: readonly { readonly title?: string; readonly figure: SingleSpec }[];
}

export interface ResolvedPanels extends ResolvedHead {
  readonly kind: "panels";
  readonly columns: number;
  readonly colours: (typeof COLOUR_SCALES)[number];
  readonly letters: boolean;
  readonly caption: boolean;
  readonly panels: readonly { readonly title: string; readonly figure: ResolvedSingle }[];
}

/** Throws `InputError` that names path, value and what is legal. */
export function parsePanels(value: unknown): PanelsSpec {
  const { panels, ...head } = checked(panelsSchema, value);
  return {
    ...head,
    panels: panels.map(({ figure, ...rest }, i) => ({
      ...rest,
      figure: parseSingle(figure, `panels[${i}].figure`),
    })),
  };
}

const PANEL_WIDTH = 300;
const PANEL_HEIGHT = 320;

/** Title and caption of the whole: pixels, and in a narrow figure lines of type. */
const WORDS = 110;
const WORD_LINES = 9;

/** A panel narrower than this cannot be read. */
const LEAST_PANEL = 150;

/**
 * As many of the columns as there is room for in a venue: a number that leaves no panel of a row behind, unless that
 * would waste half of the room.
 */
export function columnsThatFit({
  columns,
  venue,
  size,
}: Pick<ResolvedPanels, "columns" | "venue" | "size">): number {
  if (venue === "none") return columns;
  const most = Math.max(1, Math.min(columns, Math.floor(size.width / LEAST_PANEL)));
  const even = Array.from({ length: most }, (_, i) => most - i).find((each) => columns % each === 0) ?? 1;
  return 2 * even <= most ? most : even;
}

export function resolvePanels(spec: PanelsSpec): ResolvedPanels {
  const columns = Math.min(spec.columns ?? 3, spec.panels.length);
  const rows = Math.ceil(spec.panels.length / columns);
  const { version, ...head } = resolvedHead(spec, {
    width: Math.min(4000, columns * PANEL_WIDTH + 60),
    height: Math.min(4000, rows * PANEL_HEIGHT + WORDS),
  });
  const size = { ...head.size, height: heightAtVenue(spec, columns, head) };
  return {
    version,
    kind: "panels",
    ...head,
    size,
    columns,
    colours: spec.colours ?? "own",
    letters: spec.letters ?? true,
    caption: spec.caption ?? true,
    panels: spec.panels.map(({ title = "", figure }) => ({ title, figure: resolveSingle(figure) })),
  };
}

/** Where a venue leaves the height free, it follows from the columns that fit. */
function heightAtVenue(
  spec: PanelsSpec,
  columns: number,
  { venue, size }: Pick<ResolvedHead, "venue" | "size">,
): number {
  const place = venueOf(venue);
  if (place === undefined || place.aspect !== undefined || spec.size?.height !== undefined)
    return size.height;
  const shown = columnsThatFit({ columns, venue, size });
  const rows = Math.ceil(spec.panels.length / shown);
  const panel = ((size.width / shown) * PANEL_HEIGHT) / PANEL_WIDTH;
  return Math.min(4000, Math.round(rows * panel + WORD_LINES * place.type));
}
