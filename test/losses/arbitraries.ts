import type fcTypes from "fast-check";
import type { NumberParam, Params, ParamSpec } from "../../src/losses/params.ts";
import type { Loss } from "../../src/losses/types.ts";
import { between, fc } from "../numerics/seeded.ts";

/** Any value that a slider or a menu offers. */
const offered = (spec: ParamSpec): fcTypes.Arbitrary<number | string> => {
  if (spec.kind === "choice") return fc.constantFrom(...spec.options);
  const [low, high] = spec.slider;
  return spec.scale === "log"
    ? between(Math.log(low), Math.log(high)).map((x) => Math.min(high, Math.max(low, Math.exp(x))))
    : numberBetween(spec, low, high);
};

/** A number that is legal between two ends. */
const numberBetween = ({ whole }: NumberParam, low: number, high: number): fcTypes.Arbitrary<number> =>
  whole ? fc.integer({ min: low, max: high }) : between(low, high);

/** Parameters of a loss within its sliders, over those that `fixed` names. */
export const offeredParams = (loss: Loss, fixed: Params = {}): fcTypes.Arbitrary<Params> =>
  fc
    .record(Object.fromEntries(Object.entries(loss.params).map(([id, spec]) => [id, offered(spec)])))
    .map((params) => ({ ...params, ...fixed }));

export const similarity = between(-1, 1);

/** Inside the plane: no derivative of a chord or an angle is large here. */
export const inner = between(-0.95, 0.95);

export const side = (of: fcTypes.Arbitrary<number> = similarity) =>
  fc.array(of, { minLength: 1, maxLength: 5 });

/** Every loss's legal parameters at an end of one range, and with every scale at 1024. */
export function extremeParams(loss: Loss): readonly Params[] {
  const specs = Object.entries(loss.params);
  const scales = specs.filter(([, spec]) => spec.kind === "number" && spec.scale === "log").map(([id]) => id);
  return [
    {},
    Object.fromEntries(scales.map((id) => [id, 1024])),
    ...specs.flatMap(([id, spec]): Params[] =>
      spec.kind === "choice"
        ? spec.options.map((option) => ({ [id]: option }))
        : [{ [id]: spec.min }, { [id]: spec.max }],
    ),
  ];
}

/** Any legal value of every parameter; scales evenly over their orders of magnitude. */
export const legalParams = (loss: Loss): fcTypes.Arbitrary<Params> =>
  fc.record(
    Object.fromEntries(
      Object.entries(loss.params).map(([id, spec]) => [
        id,
        spec.kind === "choice"
          ? fc.constantFrom(...spec.options)
          : spec.scale === "log"
            ? between(Math.log(spec.min), Math.log(spec.max)).map((x) =>
                Math.min(spec.max, Math.max(spec.min, Math.exp(x))),
              )
            : numberBetween(spec, spec.min, spec.max),
      ]),
    ) as Record<string, fcTypes.Arbitrary<number | string>>,
  );

/** [−1, 1], its ends and zero often among them. */
export const wholePlane = fc.oneof(similarity, fc.constantFrom(-1, 0, 1));
