import * as v from "valibot";
import { InputError } from "../losses/errors.ts";
import { listOf, objectOf, type Readable, within } from "./entries.ts";

/** A dashed straight line s_p = intercept + slope · s_n, for a reader's eye: the diagonal, a tangent. */
const guide = objectOf({ slope: within(-1e6, 1e6), intercept: within(-1e6, 1e6) });

export const guides = listOf(guide, 12, "guides");
export type Guide = Readable<v.InferOutput<typeof guide>>;

/** `slope:intercept`, with commas between, as links carry them. */
export const encodeGuides = (given: readonly Guide[]): string =>
  given.map(({ slope, intercept }) => `${slope}:${intercept}`).join(",");

/** Reads what `encodeGuides` wrote. Throws `InputError`. */
export const decodeGuides = (text: string): Guide[] =>
  text === ""
    ? []
    : text.split(",").map((part) => {
        const [slope, intercept = NaN, ...rest] = part
          .split(":")
          .map((each) => (each.trim() === "" ? NaN : Number(each)));
        if (rest.length > 0 || !Number.isFinite(slope) || !Number.isFinite(intercept))
          throw new InputError(
            `invalid guides: ${text.slice(0, 80)}; expected slope:intercept, for example 1:0,1:0.5`,
          );
        return { slope, intercept };
      });
