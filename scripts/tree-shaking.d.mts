import type { Rolldown } from "vite";

export const PURE_IN_D3: string[];
export const pages: Exclude<Rolldown.InputOptions["treeshake"], boolean | undefined>;
