import type { PairsSpec } from "../../spec/pairs-schema.ts";

/** A small batch of three classes with their proxies, round the middle of the disc. */
export const BATCH_NODES: PairsSpec["nodes"] = [
  { name: "c1", class: "circle", at: [0.55, 0.1] },
  { name: "c2", class: "circle", at: [0.25, 0.34] },
  { name: "c3", class: "circle", at: [0.13, 0.17] },
  { name: "s1", class: "square", at: [0.52, 0.3] },
  { name: "s2", class: "square", at: [0.76, 0.5] },
  { name: "s3", class: "square", at: [0.86, 0.74] },
  { name: "p1", class: "pentagon", at: [0.5, 0.66] },
  { name: "p2", class: "pentagon", at: [0.37, 0.8] },
  { name: "p3", class: "pentagon", at: [0.13, 0.72] },
  { name: "Pc", class: "circle", at: [0.3, 0.18], proxy: true },
  { name: "Ps", class: "square", at: [0.84, 0.33], proxy: true },
  { name: "Pp", class: "pentagon", at: [0.27, 0.6], proxy: true },
];
