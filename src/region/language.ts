/**
 * A language: all that this room says of a region and of the fields on it. What is said when, and to how many digits, is
 * decided before: numbers come as text, shares in per cent, places as `(0.25, 0.75)`, mathematics between dollar signs.
 */
export interface RegionWords {
  readonly region: BoundaryWords;
  readonly titles: {
    readonly ambiguity: string;
    readonly counts: string;
    readonly gradient: string;
    readonly attached: string;
    readonly detached: string;
  };
  /** What the fields are called within a sentence. */
  readonly fields: { readonly gradient: string; readonly attached: string; readonly detached: string };
  readonly ambiguity: {
    /** Each side is `$s_p$ = 0.5`, or a spread. */
    readonly mayStop: (sp: string, sn: string) => string;
    readonly spread: (symbol: string, low: string, high: string, width: string) => string;
  };
  readonly counts: CountsWords;
  readonly gradient: GradientWords;
  readonly rests: RestsWords;
}

export interface BoundaryWords {
  readonly neverStops: string;
  readonly unreachable: string;
  readonly noBoundary: string;
  readonly targetShare: (share: string) => string;
  readonly boundary: (pieces: readonly string[]) => string;
  /** Each of them `$(s_n, s_p)$ = (0, 0.65)`. */
  readonly crossings: (places: readonly string[]) => string;
  readonly tangent: (place: string) => string;
  readonly arc: (radius: string, centre: string) => string;
  readonly upright: (sn: string, above: string) => string;
  readonly level: (sp: string, from: string, to: string) => string;
  /** `right` is what $s_p$ equals there. */
  readonly line: (right: string) => string;
  readonly curve: (from: string, to: string) => string;
}

export interface CountsWords {
  /** `given` is `$K = 4$` and `$L = 16$`, or `$K = L = 4$`; no moves: nothing changes. */
  readonly effect: (given: readonly string[], moves: readonly string[]) => string;
  readonly addToSides: (positive: string, negative: string) => string;
  readonly addToZ: (offset: string) => string;
  readonly moveInSp: (by: string) => string;
  /** What follows a move in s_p. */
  readonly moveInSn: (by: string) => string;
  readonly multiply: (positive: string, negative: string) => string;
  readonly arcGone: (radius: string) => string;
  readonly radiusGoes: (from: string, to: string) => string;
  readonly noneEnough: (sn: string, sp: string) => string;
  readonly levelGoes: (sn: string, from: string, to: string) => string;
  readonly areaStays: (area: string) => string;
  readonly areaGoes: (from: string, to: string) => string;
}

/** `on` is what `place` makes; `field` is one of `fields`. */
export interface GradientWords {
  /** A share of the frame, where it is, and how much of the target region it takes. */
  readonly place: (share: string, where: readonly string[], ofTarget: string | null) => string;
  readonly between: (symbol: string, low: string, high: string) => string;
  readonly allOfTarget: string;
  readonly partOfTarget: (share: string) => string;
  readonly zero: (field: string, on: string) => string;
  readonly tiny: (field: string, on: string, facts: TinyFacts) => string;
  readonly noneOnNegatives: (on: string) => string;
  readonly noneOnPositives: (on: string) => string;
  readonly saturated: (on: string) => string;
  readonly saturatedApart: (positive: string, negative: string) => string;
  readonly pullsNegativesUp: (field: string, on: string) => string;
  readonly pushesPositivesDown: (field: string, on: string) => string;
  readonly undefined: (on: string) => string;
}

export interface TinyFacts {
  readonly tolerance: string;
  readonly largest: string;
  readonly isUnbounded: boolean;
  /** It was said just before where the field is zero. */
  readonly isElsewhereZero: boolean;
}

export interface RestsWords {
  readonly comeToRest: (field: string, places: readonly string[]) => string;
  readonly drawnNowhere: (field: string) => string;
  readonly stay: (places: readonly string[]) => string;
  readonly morePlaces: (count: number) => string;
  readonly corner: (place: string) => string;
  readonly point: (place: string) => string;
  readonly segment: (still: string, at: string, moving: string, from: string, to: string) => string;
  readonly box: (sn: readonly [string, string], sp: readonly [string, string]) => string;
  readonly area: (share: string) => string;
  readonly curve: (from: string, to: string) => string;
}
