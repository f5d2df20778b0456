import * as v from "valibot";
import { anyFigure, flag, listOf, objectOf, oneOf, type Readable, text, whole } from "./entries.ts";
import { parseSingle, type ResolvedSingle, resolveSingle, type SingleSpec } from "./kinds.ts";
import { checked } from "./parse.ts";
import { type ResolvedHead, resolvedHead } from "./resolve.ts";

export const COLOUR_SCALES = ["shared", "own"] as const;

const schema = objectOf(
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

type Head = Omit<Readable<v.InferOutput<typeof schema>>, "panels">;

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
  const { panels, ...head } = checked(schema, value);
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

export function resolvePanels(spec: PanelsSpec): ResolvedPanels {
  const columns = Math.min(spec.columns ?? 3, spec.panels.length);
  const rows = Math.ceil(spec.panels.length / columns);
  const { version, ...head } = resolvedHead(spec, {
    width: Math.min(4000, columns * PANEL_WIDTH + 60),
    height: Math.min(4000, rows * PANEL_HEIGHT + 110),
  });
  return {
    version,
    kind: "panels",
    ...head,
    columns,
    colours: spec.colours ?? "own",
    letters: spec.letters ?? true,
    caption: spec.caption ?? true,
    panels: spec.panels.map(({ title = "", figure }) => ({ title, figure: resolveSingle(figure) })),
  };
}
