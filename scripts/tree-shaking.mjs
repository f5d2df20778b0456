/** The tables of d3 are made as its modules load, each by one of these: a page keeps only those it uses. */
export const PURE_IN_D3 = [
  "ramp",
  "colors",
  "scheme",
  "cubehelix",
  "interpolateCubehelixLong",
  "cubehelixLong",
];

/**
 * How pages leave out what they do not use of packages that do nothing but define things.
 * @type {import("./tree-shaking.d.mts")["pages"]}
 */
export const pages = {
  moduleSideEffects: [{ test: /node_modules[\\/](d3|fflate)/, sideEffects: false }],
  manualPureFunctions: PURE_IN_D3,
};
