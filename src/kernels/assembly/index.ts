export * from "./arithmetic32.ts";
export * from "./arithmetic64.ts";
export * from "./functions32.ts";
export * from "./functions64.ts";
export * from "./fused.ts";
export * from "./paint.ts";
export * from "./twins.ts";

/** Where the memory that nobody uses begins. */
export function arenaStart(): usize {
  return __heap_base;
}
