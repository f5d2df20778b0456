import { plainLabel } from "../figures/label.ts";
import type { Counts } from "../losses/types.ts";
import { type Place, placesOf, valueAt, withValues } from "../player/tree.ts";
import type { ResolvedFigure } from "../spec/figure.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import type { ResolvedLoss } from "../spec/resolve.ts";

/** What stands in a figure at each of its losses: the loss, and how many positives and negatives it sees there. */
export interface LossPart {
  readonly loss: ResolvedLoss;
  readonly counts?: Counts;
  /** A parameter that the figure varies by itself. */
  readonly vary?: { readonly param: string };
}

/** One of the losses of a figure. `place` leads to the object that has it. */
export interface Slot {
  readonly place: Place;
  readonly part: LossPart;
}

const isLoss = (value: object): boolean => "id" in value && "params" in value && "gradient" in value;

/** Every place of a figure where a loss stands, in its order. */
export const slotsOf = (figure: ResolvedFigure): Slot[] =>
  placesOf(figure, isLoss).map((whole) => {
    const place = whole.slice(0, -1);
    return { place, part: valueAt(figure, place) as LossPart };
  });

/** Whether some of the losses are one and the same, seen from several sides: then they move together. */
export function areSeveralViews(slots: readonly Slot[]): boolean {
  const losses = slots.map(({ part: { loss } }) => JSON.stringify([loss.id, loss.formula, loss.params]));
  return new Set(losses).size < losses.length;
}

/** The figure with another part at one of its slots. Unchecked. */
export const withPart = (figure: ResolvedFigure, { place }: Slot, part: unknown): unknown =>
  withValues(figure, [place], part);

/** The slots that show what `slot` shows: the same loss with the same value of everything that is going to change. */
export function likeSlot(slots: readonly Slot[], slot: Slot, read: (part: LossPart) => unknown): Slot[] {
  const wanted = JSON.stringify([slot.part.loss.id, slot.part.loss.formula, read(slot.part)]);
  return slots.filter(({ part }) => JSON.stringify([part.loss.id, part.loss.formula, read(part)]) === wanted);
}

/** Names by which a reader tells the losses of a figure apart: what the figure calls them, else what differs. */
export function slotNames(figure: ResolvedFigure, slots: readonly Slot[]): string[] {
  const given = slots.map(({ place }) => plainLabel(givenName(figure, place)));
  if (given.every((name) => name !== "") && new Set(given).size === given.length) return given;
  const names = slots.map(({ part }) => plainLabel(figureLoss(part.loss).name));
  return slots.map(({ part: { loss } }, i) => {
    const alike = slots.filter(({ part }) => part.loss.id === loss.id && part.loss.formula === loss.formula);
    if (alike.length === 1) return names[i];
    const specs = figureLoss(loss).params;
    const differing = Object.entries(loss.params)
      .filter(([id, value]) => alike.some(({ part }) => part.loss.params[id] !== value))
      .map(([id, value]) => `${symbolOf(specs[id])} = ${value}`);
    if (alike.some(({ part }) => part.loss.gradient !== loss.gradient)) differing.push(loss.gradient);
    return differing.length === 0 ? `${names[i]} (${i + 1})` : `${names[i]}, ${differing.join(", ")}`;
  });
}

const symbolOf = (spec: { readonly label: string; readonly symbol?: string }): string =>
  plainLabel(spec.symbol === undefined ? spec.label : `$${spec.symbol}$`);

/** The name or title that stands beside a loss, or over the panel that it is in. */
function givenName(figure: ResolvedFigure, place: Place): string {
  const beside = valueAt(figure, place) as { readonly name?: unknown };
  if (typeof beside.name === "string" && place.length > 0) return beside.name;
  const over = place.at(-1) === "figure" ? (valueAt(figure, place.slice(0, -1)) as { title?: unknown }) : {};
  return typeof over.title === "string" ? over.title : "";
}
