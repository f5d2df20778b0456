import type { Counts } from "../../losses/types.ts";
import type { Axes } from "../../spec/axes.ts";
import type { MarkedPoint } from "../../spec/entries.ts";
import type { ResolvedFigure } from "../../spec/figure.ts";
import type { QuantityId } from "../../spec/quantities.ts";
import type { ResolvedLoss } from "../../spec/resolve.ts";
import { type Slot, slotsOf } from "../slots.ts";

/** What a figure is about, whatever its kind: what goes along from view to view. */
export interface Subject {
  readonly loss: ResolvedLoss;
  readonly counts?: Counts;
  readonly axes?: Axes;
  readonly quantity?: QuantityId;
  readonly points?: readonly MarkedPoint[];
}

/** The subject of a figure: its loss, or that of the slot which is chosen, and the plane that it stands on. */
export function subjectOf(figure: ResolvedFigure, slot: Slot | undefined = slotsOf(figure)[0]): Subject {
  const around = (
    figure.kind === "panels" ? figure.panels[Number(slot.place[1])].figure : figure
  ) as Partial<Subject> & Pick<ResolvedFigure, "kind">;
  const { axes, quantity } = around;
  const points = around.kind === "scatter" ? undefined : around.points;
  return {
    loss: slot.part.loss,
    ...(slot.part.counts && { counts: slot.part.counts }),
    ...(axes && { axes }),
    ...(quantity && { quantity }),
    ...(points && { points }),
  };
}
