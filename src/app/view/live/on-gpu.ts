/** What painting on a GPU needs, which most readers' pages never load. */
export { pictureJob } from "../../../figures/live-gpu.ts";
export { GpuPictures } from "../../../plane/webgpu/pictures.ts";
export { GpuUnavailable } from "../../../plane/webgpu/unavailable.ts";
