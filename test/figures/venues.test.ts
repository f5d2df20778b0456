import { describe, expect, it } from "vitest";
import { prepareFigure } from "../../src/figures/figure.ts";
import { atVenue } from "../../src/spec/at-venue.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { type FigureSpec, type ResolvedFigure, parseFigure, resolveFigure } from "../../src/spec/figure.ts";
import { panelRows } from "../../src/spec/panels.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { VENUES, type VenueId } from "../../src/spec/venues.ts";
import { typeSizes } from "../../src/figures/theme.ts";
import { crowded, textBoxes } from "./boxes.ts";
import { covered } from "./covered.ts";
import { gaps, uneven } from "./gaps.ts";

const MOST: Readonly<Record<string, number>> = { samples: 16, pairs: 40 };

/** The same figure with a coarse field: the words do not know the difference. */
const lean = (spec: FigureSpec): FigureSpec =>
  parseFigure(
    JSON.parse(JSON.stringify(spec), (key, value: unknown) =>
      typeof value === "number" && Object.hasOwn(MOST, key) ? Math.min(value, MOST[key]) : value,
    ),
  );

const VENUE_NAMES = Object.keys(VENUES) as Exclude<VenueId, "none">[];

/** A figure at a venue depends on nothing but these, so one of several venues that agree in them speaks for all. */
const roomOf = (venue: (typeof VENUE_NAMES)[number]): string => {
  const { name: _, ...room } = VENUES[venue];
  return JSON.stringify(room);
};
const ROOMS = [...new Map(VENUE_NAMES.map((venue) => [roomOf(venue), venue])).values()];

/** Nothing under this many points is read in print; only indices and exponents are smaller. */
const LEAST_POINTS = 5;

/** What the lowest letters leave to the lower edge, in heights of the figure's type: less looks cut off. */
const LEAST_BELOW = 0.5;

const belowAll = (figure: ResolvedFigure, scene: Scene): number =>
  Math.min(...textBoxes(scene).flatMap(({ corners }) => corners.map(([, y]) => scene.height - y))) /
  typeSizes(figure.size).base;

/** Titles and parameters that end early. */
const leftOut = (scene: Scene): string[] =>
  textBoxes(scene).flatMap(({ text }) => (text.includes("…") ? [text] : []));

describe.each(Object.entries(PRESETS))("%s", (_, { spec }) => {
  it("keeps its caption off the lower edge where it is for no venue", () => {
    const figure = resolveFigure(lean(spec));
    expect(belowAll(figure, prepareFigure(figure).draw())).toBeGreaterThan(LEAST_BELOW);
  });

  it(
    "has no label cut off or shortened, over another or at the lower edge, no line under a key and even rows, at any venue and in any theme",
    { timeout: 60_000 },
    () => {
      for (const venue of ROOMS) {
        for (const theme of THEMES) {
          const figure = resolveFigure({ ...atVenue(lean(spec), venue), theme });
          const scene = prepareFigure(figure).draw();
          expect(crowded(scene), `${venue}, ${theme}`).toEqual([]);
          expect(leftOut(scene), venue).toEqual([]);
          expect(belowAll(figure, scene), `${venue}: below all words`).toBeGreaterThan(LEAST_BELOW);
          expect(covered(scene), `${venue}: points of lines under a key`).toBe(0);
          if (figure.kind === "panels")
            expect([...gaps(scene, panelRows(figure)), ...uneven(scene, panelRows(figure))], venue).toEqual(
              [],
            );
          expect(Math.abs(scene.width - VENUES[venue].width)).toBeLessThan(0.01);
          const points = Math.min(...textBoxes(scene).map(({ size }) => size)) * 0.75;
          expect(points, `${venue}: smallest letters`).toBeGreaterThan(LEAST_POINTS);
        }
      }
    },
  );
});

describe("a venue", () => {
  it("gives width, type and typeface; what the spec says of its size wins", () => {
    const figure = resolveFigure({ version: 1, loss: { id: "circle" }, venue: "cvpr-column" });
    expect(figure.size).toEqual({ width: 312, height: 304, type: 10.67 });
    const own = resolveFigure({
      version: 1,
      loss: { id: "circle" },
      venue: "cvpr-column",
      size: { height: 400 },
    });
    expect(own.size).toEqual({ width: 312, height: 400, type: 10.67 });
    // 237.13594 pt at 72.27 to the inch (the conference's style file) is a column of 3.28 in; 2024's is 3.25 in
    expect(VENUES["cvpr-column"].width / 96).toBe(3.25);
    expect(VENUES["cvpr-full"].width / 96).toBe(6.875);
    expect(VENUES.neurips.width / 96).toBe(5.5);
    expect(VENUES.eccv.width / 96).toBeCloseTo(4.8, 10);
  });

  it("chosen later takes away the size that was made for another place", () => {
    const spec = atVenue(PRESETS["circle-fig2"].spec, "eccv");
    expect(resolveFigure(spec).size.width).toBeCloseTo(460.8, 10);
  });

  it("sets its letters in its own face", () => {
    const fonts = (venue: VenueId): string[] => {
      const text = JSON.stringify(
        prepareFigure(resolveFigure(lean({ version: 1, loss: { id: "circle" }, venue }))).draw(),
      );
      return [...new Set([...text.matchAll(/"font":"(\w+)"/g)].map(([, font]) => font))].toSorted();
    };
    expect(fonts("ieee")).toEqual(["math", "script", "serif", "serifStrong"]);
    expect(fonts("nature")).toEqual(["math", "script", "strong", "text"]);
  });
});
