import type { Params } from "../losses/params.ts";
import type { Counts, GradientMode } from "../losses/types.ts";
import { type Axes, type Axis, USUAL_RANGE } from "./axes.ts";
import type {
  DIVERGING_COLOURS,
  Filled,
  GROUNDS,
  NUMBER_SCALES,
  SEQUENTIAL_COLOURS,
  Theme,
} from "./entries.ts";
import { chosenLoss, type LossChoice } from "./figure-loss.ts";
import { type Venue, type VenueId, venueOf } from "./venues.ts";

/** Defaults that all kinds of figures share. Each result is itself a legal part of a spec. */

export interface ResolvedLoss {
  readonly id: string;
  readonly formula?: string;
  readonly params: Params;
  readonly gradient: GradientMode;
}

/** Throws `InputError` for an unknown loss or variant, and for parameters out of range. */
export function resolvedLoss(choice: LossChoice, path = "loss.params"): ResolvedLoss {
  const { loss, params, gradient } = chosenLoss(choice, path);
  return { id: loss.id, ...(loss.text !== undefined && { formula: loss.text }), params, gradient };
}

export const resolvedCounts = ({ K = 1, L = 1 }: Partial<Counts> = {}): Counts => ({ K, L });

type SomeAxes = { readonly [Side in "negative" | "positive"]?: Partial<Axis> } & Partial<
  Pick<Axes, "horizontal">
>;

export const resolvedAxes = ({ negative, positive, horizontal = "negative" }: SomeAxes = {}): Axes => ({
  negative: resolvedAxis(negative),
  positive: resolvedAxis(positive),
  horizontal,
});

function resolvedAxis(axis: Partial<Axis> = {}): Axis {
  const unit = axis.unit ?? "cosine";
  const [start, end] = axis.range ?? USUAL_RANGE[unit];
  return { unit, range: [start, end] };
}

/** Width and height in pixels at 96 to the inch; `type` is the height of the letters, 0 for what suits the width. */
export interface Size {
  readonly width: number;
  readonly height: number;
  readonly type?: number;
}

/** How the figure looks beyond its theme. */
export type FigureLook = Filled<NonNullable<Head["look"]>>;
/** Words that stand instead of those a figure writes by itself; empty for its own. */
export type FigureWords = Filled<NonNullable<Head["words"]>>;

/** What every resolved figure has. */
export interface ResolvedHead {
  readonly version: 1;
  readonly title: string;
  readonly theme: Theme;
  readonly venue: VenueId;
  readonly size: Size;
  readonly look: FigureLook;
  readonly words: FigureWords;
}

interface Head {
  readonly title?: string;
  readonly theme?: Theme;
  readonly venue?: VenueId;
  readonly size?: Partial<Size>;
  readonly look?: {
    readonly ground?: (typeof GROUNDS)[number];
    readonly sequential?: (typeof SEQUENTIAL_COLOURS)[number];
    readonly diverging?: (typeof DIVERGING_COLOURS)[number];
    readonly scale?: (typeof NUMBER_SCALES)[number];
  };
  readonly words?: {
    readonly caption?: string;
    readonly alt?: string;
    readonly horizontal?: string;
    readonly vertical?: string;
  };
}

/** What a figure looks like that asks for nothing. */
export const PLAIN_LOOK: FigureLook = {
  ground: "solid",
  sequential: "viridis",
  diverging: "RdBu",
  scale: "linear",
};
const WORDS: FigureWords = { caption: "", alt: "", horizontal: "", vertical: "" };

/** What words take of a figure's width and height, in heights of its letters; those of a usual figure have 13 pixels. */
const ACROSS = 8;
const DOWN = 13;
const USUAL_TYPE = 13;

/** The height at which what is drawn keeps the kind's proportions, whatever part of the figure the words take. */
const heightAt = ({ width, type, aspect }: Venue, usual: Size): number =>
  Math.round(
    aspect === undefined
      ? ((width - ACROSS * type) * (usual.height - DOWN * USUAL_TYPE)) / (usual.width - ACROSS * USUAL_TYPE) +
          DOWN * type
      : width * aspect,
  );

/** Pixels of a figure that is for nowhere in particular, unless its kind has others. */
const USUAL_SIZE: Size = { width: 640, height: 560 };

/** Whether a figure may be higher than its size says, because it says no more than what its venue suggests. */
export function heightIsFree({ venue, size }: ResolvedHead, usual = USUAL_SIZE): boolean {
  const place = venueOf(venue);
  return place !== undefined && place.aspect === undefined && size.height === heightAt(place, usual);
}

/** A venue's width, and the height that keeps the kind's proportions, where the spec does not say. */
export function resolvedHead(spec: Head, usual: Size = USUAL_SIZE): ResolvedHead {
  const venue = venueOf(spec.venue ?? "none");
  const room = venue
    ? {
        width: venue.width,
        height: heightAt(venue, usual),
        type: venue.type,
      }
    : usual;
  return {
    version: 1,
    title: spec.title ?? "",
    theme: spec.theme ?? "light",
    venue: spec.venue ?? "none",
    size: { type: 0, ...room, ...spec.size },
    look: { ...PLAIN_LOOK, ...spec.look },
    words: { ...WORDS, ...spec.words },
  };
}
