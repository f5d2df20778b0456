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

/** A panel narrower than this cannot be read in print. */
const LEAST_PRINTED = 150;

type Arranged = Pick<ResolvedPanels, "columns" | "venue" | "size" | "colours"> & {
  readonly panels: readonly unknown[];
};

/**
 * Which panels stand in which row. In a venue these are as many as it has room for, in rows of about one length; rows
 * that share their colours are broken one by one, so that each keeps its own.
 */
export function panelRows({
  columns,
  venue,
  size,
  colours,
  panels,
}: Arranged): readonly (readonly number[])[] {
  const all = Array.from(panels.keys());
  const across = venue === "none" ? columns : columnsIn(columns, size.width, LEAST_PRINTED);
  if (across === columns) return chunks(all, columns);
  return colours === "shared" && columns % across !== 0
    ? chunks(all, columns).flatMap((row) => evenChunks(row, across))
    : evenChunks(all, across);
}

/**
 * As many of the columns as a width has room for, of panels that need at least so much: a number that leaves no panel of
 * a row behind, unless that would waste half of the room.
 */
export function columnsIn(columns: number, width: number, least: number): number {
  const most = Math.max(1, Math.min(columns, Math.floor(width / least)));
  const even = Array.from({ length: most }, (_, i) => most - i).find((each) => columns % each === 0) ?? 1;
  return 2 * even <= most ? most : even;
}

const chunks = (all: readonly number[], length: number): number[][] =>
  Array.from({ length: Math.ceil(all.length / length) }, (_, i) => all.slice(i * length, (i + 1) * length));

/** As few as can be, the first ones not longer than needed. */
const evenChunks = (all: readonly number[], most: number): number[][] =>
  chunks(all, Math.ceil(all.length / Math.ceil(all.length / most)));

/** Pixels beside the panels of a figure on a screen. */
const BESIDE = 60;

const usualWidth = (columns: number): number => Math.min(4000, columns * PANEL_WIDTH + BESIDE);

export function resolvePanels(spec: PanelsSpec): ResolvedPanels {
  const columns = Math.min(spec.columns ?? 3, spec.panels.length);
  const { version, ...head } = resolvedHead(spec, { width: usualWidth(columns), height: PANEL_HEIGHT });
  const colours = spec.colours ?? "own";
  const free =
    spec.size?.height === undefined ? freeHeight({ ...spec, ...head, columns, colours }) : undefined;
  return {
    version,
    kind: "panels",
    ...head,
    size: { ...head.size, height: free ?? head.size.height },
    columns,
    colours,
    letters: spec.letters ?? true,
    caption: spec.caption ?? true,
    panels: spec.panels.map(({ title = "", figure }) => ({ title, figure: resolveSingle(figure) })),
  };
}

/** What follows from the rows, unless a venue has a height of its own. */
export function freeHeight(figure: Arranged): number | undefined {
  const place = venueOf(figure.venue);
  if (place?.aspect !== undefined) return undefined;
  const rows = panelRows(figure);
  const across = Math.max(...rows.map(({ length }) => length));
  const [beside, words] = place ? [0, WORD_LINES * place.type] : [BESIDE, WORDS];
  const panel = ((Math.max(across, figure.size.width - beside) / across) * PANEL_HEIGHT) / PANEL_WIDTH;
  return Math.min(4000, Math.round(rows.length * panel + words));
}

/** Whether a figure is as high as it needs to be, because its size says no more than what follows from its rows. */
export const panelsGrow = (figure: ResolvedPanels): boolean => figure.size.height === freeHeight(figure);
