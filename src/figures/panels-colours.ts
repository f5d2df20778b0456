import type { ResolvedSingle } from "../spec/kinds.ts";
import type { ResolvedPanels } from "../spec/panels.ts";
import type { ColorDomain } from "./color.ts";
import type { Rows } from "./panels-grid.ts";
import type { Prepared } from "./prepared.ts";
import { unionOf } from "./union-domain.ts";

export type Colours = NonNullable<Prepared["colours"]>;

/** The colours of each panel, and where their legends stand: beside the panel, or beside rows of panels. */
export interface PanelColours {
  /** Null where a panel has no colours. */
  readonly ofPanel: readonly (Colours | null)[];
  /** Panels with a legend of their own. */
  readonly beside: readonly boolean[];
  /** Legends to the right of whole rows, from the first to the last: in the gap that the last leaves, where it does. */
  readonly ofRows: readonly { readonly first: number; readonly last: number; readonly colours: Colours }[];
}

/** Two panels mean the same by their colours when a reader cannot tell their legends apart. */
const keyOf = ({ quantity, domain }: Colours): string =>
  `${quantity.scale} ${quantity.label} ${domain.bend?.kind ?? "linear"}`;

/** Whether a figure asks for a legend, wherever its kind keeps that wish. */
function wantsLegend(figure: ResolvedSingle): boolean {
  const { legend, layers } = figure as { legend?: boolean; layers?: { legend?: boolean } };
  return legend ?? layers?.legend ?? true;
}

/**
 * With own colours every panel has its legend. With shared ones all panels of a quantity have the scale from the
 * lowest to the highest of them all, and rows that show one quantity have one legend for all of it.
 */
export function panelColours(
  { colours, panels }: ResolvedPanels,
  parts: readonly Prepared[],
  rows: Rows,
): PanelColours {
  const own = parts.map((part) => part.colours);
  const wants = panels.map(({ figure }, i) => own[i] !== null && wantsLegend(figure));
  if (colours === "own") return { ofPanel: own, beside: wants, ofRows: [] };
  const ofPanel = own.map((each) => each && { ...each, domain: unionOf(domainsOf(own, keyOf(each))) });
  const ofRows: { first: number; last: number; colours: Colours }[] = [];
  const beside = [...wants];
  for (const [row, panelsOfRow] of rows.entries()) {
    const here = panelsOfRow.map((i) => ofPanel[i]).filter((each) => each !== null);
    const [first] = here;
    if (first === undefined || here.some((each) => keyOf(each) !== keyOf(first))) continue;
    const isWanted = panelsOfRow.some((i) => wants[i]);
    for (const i of panelsOfRow) beside[i] = false;
    const above = ofRows.at(-1);
    if (above?.last === row - 1 && keyOf(above.colours) === keyOf(first)) above.last = row;
    else if (isWanted) ofRows.push({ first: row, last: row, colours: first });
  }
  return { ofPanel, beside, ofRows };
}

const domainsOf = (all: readonly (Colours | null)[], key: string): ColorDomain[] =>
  all.flatMap((each) => (each !== null && keyOf(each) === key ? [each.domain] : []));
