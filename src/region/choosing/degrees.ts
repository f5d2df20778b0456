import { angleOf } from "../../numerics/sphere.ts";

/** The angle of a cosine in degrees. */
export const degreesOf = (s: number): number => (angleOf(s) * 180) / Math.PI;
