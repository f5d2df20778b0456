/** What figures and the page need of the kernels to paint with them. */
export type { KernelModule } from "../../kernels/instance.ts";
export { loadKernels } from "../../kernels/load.ts";
export { type Line, type PaintedRows, paintTiles, type Shading, type Tile } from "../../kernels/paint.ts";
