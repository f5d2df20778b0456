/** What every resolved figure has that asks for nothing of it. */
export const PLAIN_HEAD = {
  venue: "none",
  look: { ground: "solid", sequential: "viridis", diverging: "RdBu", scale: "linear" },
  words: { caption: "", alt: "", horizontal: "", vertical: "" },
} as const;
