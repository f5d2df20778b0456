import type { Text } from "./text.ts";

const many = (count: number): string => `${count} figure${count === 1 ? "" : "s"}`;

const quoted = (name: string): string => `“${name}”`;

/** What the page says about kept figures, in English. */
export const KEEP_EN = {
  title: "My figures",
  name: "Name",
  save: "Save this figure",
  close: "Close",
  exportAll: "Export all",
  importFile: "Import …",
  undo: "Undo",
  hint: "Kept in this browser only. Export all makes one file of them; drop it on the page, here or elsewhere, and they are back.",
  empty: "No figure is kept yet. Save the one on the page, or drop a file of figures here.",
  latest: "Last on the page",
  latestHint: "Saved by itself while you work.",
  restore: "Restore",
  restoreLast: "Restore last figure",
  actions: { open: "Open", rename: "Rename", duplicate: "Duplicate", replace: "Save over", delete: "Delete" },
  of: (action: string, name: string) => `${action} ${name}`,
  confirm: "OK",
  newName: (name: string) => `New name of ${name}`,
  needsName: "A figure needs a name.",
  unnamed: "Unnamed",
  saved: (name: string) => `Saved ${quoted(name)}.`,
  renamed: (name: string) => `Renamed to ${quoted(name)}.`,
  duplicated: (name: string) => `Saved ${quoted(name)}.`,
  replaced: (name: string) => `${quoted(name)} is now the figure on the page.`,
  deleted: (name: string) => `Deleted ${quoted(name)}.`,
  back: (name: string) => `${quoted(name)} is back.`,
  copyOf: (name: string) => `${name} (copy)`,
  exported: (count: number) => `${many(count)} in one file.`,
  nothingToExport: "There is nothing to export yet.",
  imported: (added: number, known: number) =>
    `${many(added)} added${known > 0 ? `; ${known} ${known === 1 ? "was" : "were"} here already` : ""}.`,
  importedFrom: (file: string, said: string) => `${file}: ${said}`,
  passedOver: (count: number, why: string) =>
    ` ${count} ${count === 1 ? "entry is" : "entries are"} no figure and ${count === 1 ? "was" : "were"} passed over: ${why}.`,
  expectedCollection: (file: string) => `${file} is none; expected a file that Export all made`,
  notImported: (why: string) => `This file could not be imported: ${why}.`,
  unreadable: (why: string) => `This version cannot read it: ${why}.`,
  onlyHere: "only in this page",
  changedElsewhere: (name: string, now: string) =>
    name === now
      ? `${quoted(name)} was changed in another tab meanwhile`
      : `${quoted(name)} was renamed to ${quoted(now)} in another tab meanwhile`,
  deletedElsewhere: (name: string) => `${quoted(name)} was deleted in another tab meanwhile`,
  nothingDone: (why: string) => `${why}; nothing was done here.`,
  savedBeside: (why: string, name: string) => `${why}; yours was saved as ${quoted(name)}.`,
  problem: (error: unknown) =>
    isFullStorage(error)
      ? "The browser’s storage is full: what does not fit is lost with this page. Export all, or delete some figures to make room."
      : `The browser keeps nothing for this page (${reasonOf(error)}): figures are lost with it. Export all saves them to a file.`,
};

/** The same in each other language. */
export type KeepWords = Text<typeof KEEP_EN>;

export const isFullStorage = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "QuotaExceededError";

export const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message !== "" ? error.message.replace(/\.$/, "") : "it is forbidden";
