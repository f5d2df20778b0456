import { InputError } from "../losses/errors.ts";
import type { MarkedPoint } from "./entries.ts";

/** Points as one readable line: `A@0.8,0.8;T@tangent;T′@boundary,0.1` with (s_n, s_p) in this order. */
export const encodePoints = (points: readonly MarkedPoint[]): string => points.map(encodePoint).join(";");

const encodePoint = (point: MarkedPoint): string =>
  `${encodeURIComponent(point.name)}@` +
  ("sp" in point ? `${point.sn},${point.sp}` : "sn" in point ? `boundary,${point.sn}` : point.at);

/** The reverse; whether the numbers are legal is for `parseLandscape` to say. */
export function decodePoints(text: string): unknown[] {
  return text === "" ? [] : text.split(";").map(decodePoint);
}

function decodePoint(text: string): unknown {
  const at = text.lastIndexOf("@");
  const parts = text.slice(at + 1).split(",");
  const [first, second] = parts;
  if (at < 0 || parts.includes("") || parts.length !== (first === "tangent" ? 1 : 2)) {
    throw new InputError(
      `invalid points: ${text.slice(0, 80)}; expected name@s_n,s_p or name@tangent or name@boundary,s_n`,
    );
  }
  const name = decoded(text.slice(0, at));
  if (first === "tangent") return { name, at: "tangent" };
  if (first === "boundary") return { name, at: "boundary", sn: Number(second) };
  return { name, sn: Number(first), sp: Number(second) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
