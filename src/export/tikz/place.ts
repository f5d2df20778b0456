/** A point of the picture in bp, y up. */
export type Place = readonly [x: number, y: number];
