import type { Text } from "./text.ts";
import { EN_PANELS } from "./en-panels.ts";

/** Every text of the page in English, by where it stands. Mathematics between dollar signs. */
export const EN = {
  ...EN_PANELS,
  head: {
    tagline: "what a metric-learning loss does, on the plane of its two similarities",
    views: "Views",
    catalogue: "Catalogue",
    notebooks: "Notebooks",
    presets: "Figure",
    language: "Language",
  },
  views: {
    landscape: "Landscape",
    surface: "Surface",
    curves: "Curves",
    boundaries: "Boundaries",
    difference: "Difference",
    compare: "Compare",
    batch: "Batch",
    cloud: "Cloud",
  },
  viewHints: {
    landscape: "one loss over the plane, with boundary, target region and arrows",
    surface: "the same in three dimensions",
    curves: "slices, transforms and weights along one similarity",
    boundaries: "decision boundaries of several losses or of a family",
    difference: "what differs between two losses, or two settings of one",
    compare: "two to six losses side by side on one colour scale",
    batch: "which pairs of a small batch pull and push, and how hard",
    cloud: "many pairs on their way down",
  },
  actions: {
    undo: "Undo",
    redo: "Redo",
    copyLink: "Copy link",
    copySpec: "Copy spec",
    copyCode: "Copy code",
    linkCopied: "Link copied.",
    longLink: (n: number) => `Link copied. It has ${n} characters; some programs cut links that long.`,
    noCopying: (link: string) => `This browser does not let the page copy. The link: ${link}`,
    save: (format: string) => `Save ${format}`,
    notMade: (format: string, why: string) => `The ${format} could not be made: ${why}`,
    more: "Export …",
    open: "Open …",
    kept: "My figures …",
  },
  fault: {
    failed: (message: string) => `Something on this page failed: ${message}. Your figure is not lost.`,
    copy: "Copy spec",
    goOn: "Go on with the last good figure",
    close: "Close",
    copied: "Spec copied: paste it under Recipe, or into a file, to have the figure back.",
    notCopied: (text: string) => `This browser does not let the page copy. The spec: ${text}`,
  },
  undrawn: (why: string) => `This figure cannot be drawn: ${why}.`,
  linkRefused: (why: string, isFirst: boolean) =>
    `This link could not be opened: ${why}.${isFirst ? " Here is the default figure instead." : ""}`,
  notSeenSo: (why: string) => `This loss cannot be seen so: ${why}.`,
  rooms: {
    losses: "Loss and parameters",
    figure: "Figure",
    meaning: "What it means",
  },
  slots: {
    title: "Losses of this figure",
    add: "Add a loss",
    remove: (name: string) => `Remove ${name}`,
    together: "move what is equal together",
    most: (most: number) => `A figure has at most ${most}.`,
  },
  picker: {
    label: "Loss",
    search: "Search a loss",
    none: (text: string) => `No loss is called “${text}”.`,
    recent: "Recently used",
    typed: "Typed",
    own: "your own formula …",
    count: (n: number) => (n === 1 ? "1 loss" : `${n} losses`),
  },
  families: {
    classification: "Classification",
    pair: "Pairs and tuples",
    contrastive: "Contrastive",
    proxy: "Proxies",
    binary: "Binary",
    rank: "Rank",
  },
  meaning: {
    formula: "Formula",
    formulaOf: (loss: string) => `Formula of ${loss}`,
    symbols: "With symbols",
    numbers: "With numbers",
    atCrosshair: "At the crosshair",
    variants: "Variants",
    current: "as set",
    pitfalls: "Pitfalls",
    source: "Source",
    copyBibtex: "Copy BibTeX",
    copyCode: "Copy code",
    copied: "Copied",
    similarity: (what: string) => `Similarity: ${what}.`,
  },
  settings: {
    title: "All settings",
    hint: "Everything that a figure can say, from its schema.",
    add: (what: string) => `Add to ${what}`,
    remove: (what: string) => `Remove ${what}`,
    panel: (n: number) => `Panel ${n}`,
  },
  /** What the keys of a figure are called, where their own words would not do. */
  fields: {
    sn: "s_n",
    sp: "s_p",
    at: "where",
    of: "what",
    K: "K",
    L: "L",
    x: "x axis",
    y: "y axis",
    axes: "axes",
    negative: "negative",
    positive: "positive",
    horizontal: "to the right",
    size: "size",
    type: "height of letters",
    look: "look",
    vary: "family",
    param: "parameter",
    a: "first",
    b: "second",
  },
  zoom: {
    group: "Zoom",
    nearer: "Zoom in",
    farther: "Zoom out",
    usual: "The usual range",
  },
  sweep: { play: "Play", pause: "Pause" },
  table: {
    title: "Data table",
    rows: (shown: number, all: number) =>
      shown === all ? `${all} rows.` : `${shown} of ${all} rows; Export … has all of them as CSV or NPY.`,
  },
  choosing: {
    title: "Choosing numbers",
    classes: "Number of classes C",
    negatives: "Negatives per positive L",
    probability: "Wanted probability",
    gap: "Hardest negative above the others by",
    set: (symbol: string, value: number) => `Set $${symbol}$ = ${value}`,
    nothing: "No question here makes sense of this loss.",
    change: "What changes",
    param: "Parameter",
    from: "From",
    to: "To",
    map: "Show the difference map",
    back: "Back to the figure before",
  },
  audio: {
    title: "Listen along the crosshair",
    sn: "Listen along $s_n$",
    sp: "Listen along $s_p$",
    range: (first: string, last: string, crossings: number) =>
      `From ${first} to ${last}; ${crossings === 0 ? "the boundary is not crossed" : `${crossings} click${crossings === 1 ? "" : "s"} at the decision boundary`}.`,
  },
  slices: {
    sp: (what: string) => `${what} along the vertical line of the crosshair`,
    sn: (what: string) => `${what} along the horizontal line of the crosshair`,
  },
} as const;

/** The same texts in another language. */
export type Text<T> = T extends (...values: infer Values) => string
  ? (...values: Values) => string
  : T extends string
    ? string
    : { readonly [Key in keyof T]: Text<T[Key]> };

/** Every text of the page: what English has, each other language has too. */
export type Words = Text<typeof EN>;
