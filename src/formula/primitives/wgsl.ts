import type { PrimitiveName } from "./table.ts";
import { WGSL_ANGLES } from "./wgsl-angles.ts";
import { WGSL_ARITHMETIC, WGSL_NUMBERS } from "./wgsl-arithmetic.ts";
import { WGSL_LOGARITHMS } from "./wgsl-logarithms.ts";

const condition = (name: string, test: string): string =>
  `\nfn ${name}Of(a: vec2f, b: vec2f) -> f32 { return select(0.0, 1.0, ${test}); }`;

const WGSL_CONDITIONS = {
  less: condition("less", "lessWide(a, b)"),
  lessEqual: condition("lessEqual", "lessWide(a, b) || equalWide(a, b)"),
  greater: condition("greater", "lessWide(b, a)"),
  greaterEqual: condition("greaterEqual", "lessWide(b, a) || equalWide(a, b)"),
  sign: /* wgsl */ `
fn signOf(x: vec2f) -> f32 { return select(sign(x.x), 0.0, lost(x.x)); }`,
  step: /* wgsl */ `
fn stepOf(x: vec2f) -> f32 { return select(0.0, 1.0, x.x > 0.0 && !lost(x.x)); }`,
  // a wide number of whole first part is below it when its second part is below zero
  floor: /* wgsl */ `
fn floorOf(x: vec2f) -> f32 {
  let whole = floor(x.x);
  return select(whole, whole - 1.0, whole == x.x && x.y < 0.0);
}`,
} as const;

/** Functions of wide numbers whose result is single: `expOf(x: vec2f) -> f32`. */
const WGSL_FUNCTIONS = { ...WGSL_CONDITIONS, ...WGSL_LOGARITHMS, ...WGSL_ANGLES } as const;

/** The text of every primitive. A program has no `detach`: compiling resolves it. */
const WGSL_PRIMITIVES = { ...WGSL_ARITHMETIC, ...WGSL_FUNCTIONS } as const satisfies Record<
  Exclude<PrimitiveName, "detach">,
  string
>;

/** Whether a primitive has a wide form, so that its result can keep the digits of wide arguments. */
export const isArithmetic = (name: PrimitiveName): name is keyof typeof WGSL_ARITHMETIC =>
  Object.hasOwn(WGSL_ARITHMETIC, name);

/**
 * All primitives and what they share. Needs `fn fixed(x: f32) -> f32` from its surroundings: x itself, computed in a
 * way that the compiler cannot see through.
 */
export const WGSL_LIBRARY: string = WGSL_NUMBERS + Object.values(WGSL_PRIMITIVES).join("");
