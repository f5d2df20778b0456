import { plainLabel } from "../figures/label.ts";
import type { ParamSpec, ParamValue } from "../losses/params.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { Counts, Loss } from "../losses/types.ts";
import type { ResolvedFigure } from "../spec/figure.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import type { ResolvedLoss } from "../spec/resolve.ts";
import type { SliderScale } from "./slider-scale.ts";
import { type Place, placesOf, valueAt, withValues } from "./tree.ts";

/** Something of a figure that a reader can turn, at every place of the spec where it stands. */
export interface Knob {
  /** Mathematics between dollar signs. */
  readonly symbol: string;
  readonly name: string;
  readonly hint: string;
  readonly places: readonly Place[];
  readonly slider?: SliderScale;
  readonly options?: readonly string[];
}

export interface KnobGroup {
  readonly title: string;
  readonly knobs: readonly Knob[];
}

/** Where one loss stands in a figure, with what stands beside it. */
interface Occurrence {
  readonly place: Place;
  readonly loss: ResolvedLoss;
  readonly beside: { readonly counts?: Counts; readonly vary?: { readonly param: string } };
}

/**
 * The knobs of a figure, a group for each of its losses. What a figure compares, a parameter that is not the same
 * everywhere, stays as it is.
 */
export function knobsOf(figure: ResolvedFigure): KnobGroup[] {
  const byLoss = new Map<string, Occurrence[]>();
  for (const place of placesOf(figure, isLoss)) {
    const loss = valueAt(figure, place) as ResolvedLoss;
    const beside = valueAt(figure, place.slice(0, -1)) as Occurrence["beside"];
    const key = `${loss.id} ${loss.formula ?? ""}`;
    byLoss.set(key, [...(byLoss.get(key) ?? []), { place, loss, beside }]);
  }
  return [
    ...[...byLoss.values()].map((occurrences) => lossGroup(figure, occurrences)),
    cameraGroup(figure),
  ].filter(({ knobs }) => knobs.length > 0);
}

const isLoss = (value: object): boolean => "id" in value && "params" in value && "gradient" in value;

function lossGroup(figure: ResolvedFigure, occurrences: readonly Occurrence[]): KnobGroup {
  const [{ loss: choice }] = occurrences;
  const loss = figureLoss(choice);
  const at = (...rest: Place): Place[] => occurrences.map(({ place }) => [...place, ...rest]);
  const params = Object.entries(loss.params)
    .filter(([id]) => occurrences.every(({ beside }) => beside.vary?.param !== id))
    .map(([id, param]) => paramKnob(param, at("params", id)));
  const gradient: Knob = {
    symbol: "gradient",
    name: "",
    hint: "Whether weights that the published code holds constant are held constant.",
    places: at("gradient"),
    options: ["attached", "detached"],
  };
  const knobs = [...params, ...(loss.detaches ? [gradient] : []), ...countKnobs(loss, occurrences)];
  return { title: plainLabel(loss.name), knobs: knobs.filter(({ places }) => areEqual(figure, places)) };
}

function paramKnob(param: ParamSpec, places: readonly Place[]): Knob {
  if (param.kind === "choice")
    return { symbol: param.label, name: "", hint: param.effect, places, options: param.options };
  return {
    symbol: `$${param.symbol}$`,
    name: param.label,
    hint: param.effect,
    places,
    slider: { range: param.slider, scale: param.scale, whole: param.whole },
  };
}

const MANY: SliderScale = { range: [1, 1e6], scale: "log", whole: true };

function countKnobs(loss: Loss, occurrences: readonly Occurrence[]): Knob[] {
  if (!occurrences.every(({ beside }) => beside.counts)) return [];
  return (["K", "L"] as const)
    .filter((count) => occurrences.some((each) => matters(loss, each.loss, count)))
    .map((count) => ({
      symbol: `$${count}$`,
      name: count === "K" ? "positives" : "negatives",
      hint: `How many ${count === "K" ? "positives share s_p" : "negatives share s_n"}.`,
      places: occurrences.map(({ place }) => [...place.slice(0, -1), "counts", count]),
      slider: MANY,
    }));
}

/** Whether a loss is another one with more positives, or negatives, that share a similarity. */
function matters(loss: Loss, { params, gradient }: ResolvedLoss, count: keyof Counts): boolean {
  const [one, many] = [1, 7].map((n) => loss.plane(params, { K: 1, L: 1, [count]: n }, gradient));
  return [0.2, 0.5, 0.8].some((sp) =>
    [-0.3, 0.3, 0.6].some((sn) => {
      const [a, b] = [planePoint(one, sp, sn), planePoint(many, sp, sn)];
      return (["value", "z", "dSp", "dSn"] as const).some((key) => Math.abs(a[key] - b[key]) > 1e-9);
    }),
  );
}

/** The group of where the viewer of a surface stands. */
export const VIEW = "View";

function cameraGroup(figure: ResolvedFigure): KnobGroup {
  const cameras = placesOf(figure, (value) => "azimuth" in value && "elevation" in value);
  const knob = (key: string, name: string, range: readonly [number, number]): Knob => ({
    symbol: name,
    name: "",
    hint: "Degrees.",
    places: cameras.map((place) => [...place, key]),
    slider: { range, scale: "linear", whole: true },
  });
  const knobs = [knob("azimuth", "turn", [-180, 180]), knob("elevation", "height", [0, 90])];
  return { title: VIEW, knobs: knobs.filter(({ places }) => areEqual(figure, places)) };
}

function areEqual(figure: ResolvedFigure, places: readonly Place[]): boolean {
  const [first, ...rest] = places.map((place) => valueAt(figure, place));
  return first !== undefined && rest.every((value) => value === first);
}

export const knobValue = (figure: ResolvedFigure, { places }: Knob): ParamValue =>
  valueAt(figure, places[0]) as ParamValue;

/** The figure with a knob turned. */
export const turned = (figure: ResolvedFigure, { places }: Knob, value: ParamValue): ResolvedFigure =>
  withValues(figure, places, value) as ResolvedFigure;
