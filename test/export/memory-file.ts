import type { Place } from "../../src/export/npz.ts";

/** A file in memory that can be written at any position. */
export function growing(): { readonly place: Place; readonly bytes: () => Uint8Array } {
  let bytes = new Uint8Array(0);
  return {
    place: async (part, position) => {
      const end = position + part.length;
      if (end > bytes.length) {
        const longer = new Uint8Array(end);
        longer.set(bytes);
        bytes = longer;
      }
      bytes.set(part, position);
    },
    bytes: () => bytes,
  };
}
