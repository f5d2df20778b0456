/** Compiles the vector kernels and their worker into src/assets, unless they are there and up to date. */
export function buildKernels(): Promise<void>;
