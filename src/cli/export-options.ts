import type { ExportOptions, SweepOptions } from "../export/options.ts";
import { atVenue } from "../spec/at-venue.ts";
import { THEMES } from "../spec/entries.ts";
import { VENUE_IDS, type VenueId } from "../spec/venues.ts";
import { type FigureSpec, parseFigure } from "../spec/figure.ts";
import { changed } from "./figure.ts";
import { UsageError } from "./streams.ts";

/** The flags that say how figures look and what their files are like; shared by one figure and by many. */
export const LOOK_OPTIONS = {
  set: { type: "string", multiple: true },
  theme: { type: "string" },
  venue: { type: "string" },
  width: { type: "string" },
  height: { type: "string" },
  figsize: { type: "string" },
  transparent: { type: "boolean" },
  title: { type: "string" },
  scale: { type: "string" },
  dpi: { type: "string" },
  text: { type: "string" },
  sweep: { type: "string" },
  frames: { type: "string" },
  seconds: { type: "string" },
} as const;

export interface LookFlags {
  readonly set?: readonly string[] | undefined;
  readonly theme?: string | undefined;
  readonly venue?: string | undefined;
  readonly width?: string | undefined;
  readonly height?: string | undefined;
  readonly figsize?: string | undefined;
  readonly transparent?: boolean | undefined;
  readonly title?: string | undefined;
  readonly scale?: string | undefined;
  readonly dpi?: string | undefined;
  readonly text?: string | undefined;
  readonly sweep?: string | undefined;
  readonly frames?: string | undefined;
  readonly seconds?: string | undefined;
}

/** Pixels of a figure to the inch. */
const PER_INCH = 96;

/** What the flags say of the files. Throws `UsageError` with what is legal. */
export function writeOptions(flags: LookFlags): Partial<ExportOptions> {
  const { scale, dpi, text } = flags;
  const sweep = sweepOption(flags);
  if (scale !== undefined && dpi !== undefined) throw new UsageError("--dpi beside --scale; expected one");
  if (text !== undefined && text !== "text" && text !== "outlines")
    throw UsageError.unknown("text", text, ["text", "outlines"]);
  return {
    ...(scale !== undefined && { scale: positive("scale", scale) }),
    ...(dpi !== undefined && { scale: positive("dpi", dpi) / PER_INCH }),
    ...(text !== undefined && { text }),
    ...(sweep && { sweep }),
  };
}

function positive(name: string, text: string): number {
  const number = text.trim() === "" ? NaN : Number(text);
  if (!(number > 0 && Number.isFinite(number)))
    throw new UsageError(`invalid --${name}: ${text}; expected a number above 0`);
  return number;
}

/** Refuses what no figure could take, before any is read. */
export function checkLook({ theme, venue, width, height, figsize }: LookFlags): void {
  if (theme !== undefined && !THEMES.some((each) => each === theme))
    throw UsageError.unknown("theme", theme, THEMES);
  if (venue !== undefined && !VENUE_IDS.some((each) => each === venue))
    throw UsageError.unknown("venue", venue, VENUE_IDS);
  if (figsize !== undefined && (width !== undefined || height !== undefined))
    throw new UsageError("--figsize beside --width or --height; expected one of both");
  for (const [name, text] of Object.entries({ width, height })) if (text !== undefined) positive(name, text);
  if (figsize !== undefined) inPixels(figsize);
}

const UNITS: Readonly<Record<string, number>> = {
  in: PER_INCH,
  cm: PER_INCH / 2.54,
  mm: PER_INCH / 25.4,
  pt: PER_INCH / 72,
  px: 1,
};

/** `3.25x2.5in` in pixels at 96 to the inch. */
function inPixels(text: string): { readonly width: number; readonly height: number } {
  const found = /^([\d.]+)x([\d.]+)(in|cm|mm|pt|px)?$/.exec(text);
  const [width, height] = [Number(found?.[1]), Number(found?.[2])];
  if (!(width > 0 && height > 0))
    throw new UsageError(
      `invalid --figsize: ${text}; expected WIDTHxHEIGHT with a unit, for example 3.25x2.5in`,
    );
  const unit = UNITS[found?.[3] ?? "in"];
  return { width: width * unit, height: height * unit };
}

/** A figure with everything the flags say of it. Throws `InputError`. */
export function withLook(spec: FigureSpec, flags: LookFlags): FigureSpec {
  const { theme, venue, width, height, figsize, transparent, title } = flags;
  const size = {
    ...(figsize !== undefined && inPixels(figsize)),
    ...(width !== undefined && { width: Number(width) }),
    ...(height !== undefined && { height: Number(height) }),
  };
  const there = venue === undefined ? spec : atVenue(spec, venue as VenueId);
  const asked = {
    ...there,
    ...(theme !== undefined && { theme }),
    ...(title !== undefined && { title }),
    ...(Object.keys(size).length > 0 && { size: { ...there.size, ...size } }),
    ...(transparent && { look: { ...there.look, ground: "transparent" } }),
  };
  return changed(parseFigure(asked), flags.set ?? []);
}

/** `param=from:to`, and how long it takes. */
function sweepOption({ sweep, frames, seconds }: LookFlags): SweepOptions | undefined {
  if (sweep === undefined) {
    const [alone] = Object.entries({ frames, seconds }).filter(([, text]) => text !== undefined);
    if (alone) throw new UsageError(`--${alone[0]} without --sweep; expected --sweep param=from:to`);
    return undefined;
  }
  const found = /^([\w.-]+)=([^:]+):([^:]+)$/.exec(sweep);
  const [from, to] = [Number(found?.[2]), Number(found?.[3])];
  if (!found || !Number.isFinite(from) || !Number.isFinite(to))
    throw new UsageError(`invalid --sweep: ${sweep}; expected param=from:to, for example margin=0.1:0.5`);
  return {
    param: found[1],
    from,
    to,
    frames: frames === undefined ? 48 : positive("frames", frames),
    seconds: seconds === undefined ? 4 : positive("seconds", seconds),
  };
}
