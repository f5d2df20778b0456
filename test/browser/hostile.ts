import { encodedFigure } from "../../src/spec/link-figure.ts";
import { InputError } from "../../src/losses/errors.ts";
import { FIGURE_KINDS, type FigureSpec, resolveFigure } from "../../src/spec/figure.ts";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { PRESETS } from "../../src/spec/presets.ts";

/** Mulberry32: numbers in 0…1 that are the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The shortest preset of every kind. */
const SPECS: readonly FigureSpec[] = FIGURE_KINDS.flatMap((kind) =>
  Object.values(PRESETS)
    .map(({ spec }) => spec)
    .filter((spec) => (spec.kind ?? "landscape") === kind)
    .toSorted((one, other) => encodeLink(one).length - encodeLink(other).length)
    .slice(0, 1),
);

/** Real links, of every kind. */
export const REAL: readonly string[] = [
  ...SPECS.map((spec) => encodeLink(spec)),
  "v=1&loss=circle&gamma=64&margin=0.3&gradient=attached&K=4&L=16&sn.range=-1:1&sp.unit=degrees&sp.range=180:0" +
    "&horizontal=positive&quantity=dSn&boundary=both&arrows=0&theme=dark&title=A%20and%20B&points=A@0.2,0.2;T@tangent",
  "v=1&loss=triplet:euclidean&margin=0.2&samples=64&later=one%20two",
  `v=1&formula=${encodeURIComponent("A_p = gamma * (1 - s)\nA_n = gamma * (s - margin)\ngamma = 16 in 1..64\nmargin = 0.2 in 0..1")}`,
];

const NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "__defineGetter__",
  "valueOf",
  "then",
];

const SCRIPTS = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "javascript:alert(1)",
  "</title></svg><iframe srcdoc='<script>alert(1)</script>'>",
  "';alert(1)//",
  "${alert(1)}",
  "{{constructor.constructor('alert(1)')()}}",
  "$\\href{javascript:alert(1)}{x}$",
  "$\\style{background:url(http://127.0.0.1:9/x)}{x}$",
  "$\\require{html}\\class{x}{y}$",
  "url(http://127.0.0.1:9/x)",
  "//127.0.0.1:9/x.js",
  "data:text/html,<script>alert(1)</script>",
  "&lt;script&gt;&#x61;lert(1)",
  "]]><script>alert(1)</script>",
];

const FORMULAS = [
  "constructor.constructor('alert(1)')()",
  "a = import('x')",
  "A_p = s[0]\nA_n = s",
  `A_p = ${"(".repeat(3000)}s${")".repeat(3000)}\nA_n = s`,
  `A_p = ${"exp(".repeat(60)}s${")".repeat(60)}\nA_n = s`,
  `A_p = ${"s+".repeat(900)}s\nA_n = s`,
  `A_p = ${"-".repeat(5000)}s\nA_n = s`,
  "A_p = s^s^s^s^s^s^s\nA_n = 1/0",
  "A_p = f(x) = alert(1)\nA_n = s",
  "9007199254740993",
  "s_p * 1e308",
  "s_p * 1e-320",
  "__proto__ = 1 in 0..2\nA_p = s\nA_n = s",
];

const JUNK = [
  "null",
  "true",
  "[]",
  "{}",
  '""',
  "-1",
  "1e309",
  "-0",
  "0x10",
  "1e-400",
  "Infinity",
  "NaN",
  "١٢",
  "1:2:3",
  "@",
  ";",
  "undefined",
  "[[[]]]",
  "9007199254740993",
  "%",
  "\u0000",
];

const ODD = [
  "%E0%A4%A",
  "%00",
  "%FF%FE",
  "%",
  "%u0041",
  "\u202e",
  "\u2028",
  "\ufeff",
  "\ufffe",
  "😀",
  "e\u0301".repeat(300),
  "\u200b",
  "Ａ",
  "+",
  "#",
  "#%23",
  "\t\n",
  "&&",
  "==",
];

type Chance = () => number;
const pick = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)];
const place = (chance: Chance, text: string): number => Math.floor(chance() * (text.length + 1));

const cut = (text: string, at: number, length: number, instead: string): string =>
  text.slice(0, at) + instead + text.slice(at + length);

const bad = (chance: Chance): string => {
  const kind = pick(chance, [NAMES, SCRIPTS, JUNK, ODD]);
  const text = pick(chance, kind);
  return chance() < 0.5 ? text : encodeURIComponent(text);
};

/** Another value for one of the settings, or another name. */
function otherPair(chance: Chance, link: string): string {
  const pairs = link.split("&").map((pair) => pair.split("="));
  const pair = pick(chance, pairs);
  pair[chance() < 0.7 ? 1 : 0] = bad(chance);
  if (chance() < 0.2) pairs.push(pick(chance, pairs));
  return pairs.map((each) => each.join("=")).join("&");
}

/** Another value, key or depth somewhere in the JSON of a figure. */
function otherJson(chance: Chance): string {
  const spec = pick(chance, SPECS);
  const figure = JSON.parse(JSON.stringify(spec)) as Record<string, unknown>;
  let at: Record<string, unknown> = figure;
  for (;;) {
    const inner = Object.values(at).filter(
      (value): value is Record<string, unknown> => typeof value === "object" && value !== null,
    );
    if (inner.length === 0 || chance() < 0.35) break;
    at = pick(chance, inner);
  }
  const key = chance() < 0.75 ? pick(chance, [...Object.keys(at), "kind"]) : pick(chance, NAMES);
  const value = pick<() => unknown>(chance, [
    () => bad(chance),
    () => null,
    () => [],
    () => ({}),
    () => chance() * 1e6 - 5e5,
    () => -1,
    () => true,
    () => [spec, spec],
    () => Array.from({ length: 2000 }, () => 1),
    () => spec,
    () => pick(chance, SCRIPTS),
  ])();
  Object.defineProperty(at, key, { value, enumerable: true, configurable: true, writable: true });
  if (chance() < 0.1) figure["version"] = pick(chance, [0, 2, 99, "1", null, -1, 1.5]);
  const text = chance() < 0.5 ? JSON.stringify(figure) : encodedFigure(figure as never);
  return `v=1&figure=${encodeURIComponent(text)}`;
}

const deep = (chance: Chance): string => {
  const depth = Math.floor(10 ** (1 + 4 * chance()));
  const nested = pick(chance, [
    "[".repeat(depth),
    `${"[".repeat(depth)}${"]".repeat(depth)}`,
    `${'{"figure":'.repeat(depth)}1${"}".repeat(depth)}`,
    `{"kind":"panels","panels":${'[{"figure":{"kind":"panels","panels":'.repeat(Math.min(depth, 5000))}`,
    `{"loss":${'{"id":'.repeat(depth)}1${"}".repeat(depth + 1)}`,
    "(".repeat(depth),
  ]);
  return `figure=${nested}`;
};

const MUTATIONS: readonly ((chance: Chance, link: string) => string)[] = [
  (chance, link) => link.slice(0, place(chance, link)),
  (chance, link) => link.slice(place(chance, link)),
  (chance, link) => {
    const other = pick(chance, REAL);
    return link.slice(0, place(chance, link)) + other.slice(place(chance, other));
  },
  (chance, link) => cut(link, place(chance, link), Math.floor(chance() * 12), bad(chance)),
  (chance, link) => cut(link, place(chance, link), 1, String.fromCharCode(32 + Math.floor(chance() * 95))),
  (chance, link) => {
    const at = place(chance, link);
    return cut(link, at, 0, link.slice(at, at + 40).repeat(1 + Math.floor(chance() * 20)));
  },
  otherPair,
  otherPair,
  otherJson,
  otherJson,
  (chance, link) =>
    link.replace(
      /v=1/,
      `v=${pick(chance, ["2", "0", "1.0", "__proto__", "-1", "1e0", "", "99999999999", bad(chance)])}`,
    ),
  (chance, link) => `${link}&${bad(chance)}=${bad(chance)}`,
  (chance, link) =>
    `${link}&title=${encodeURIComponent(pick(chance, SCRIPTS))}&caption=${encodeURIComponent(pick(chance, SCRIPTS))}`,
  (chance) => `v=1&loss=${bad(chance)}`,
  (chance) => `v=1&formula=${encodeURIComponent(pick(chance, FORMULAS))}`,
  (chance) => bad(chance) + bad(chance),
];

const HUGE: readonly ((chance: Chance, link: string) => string)[] = [
  deep,
  (chance, link) => cut(link, place(chance, link), 0, "A".repeat(Math.floor(10 ** (3 + 2.7 * chance())))),
  (chance, link) => `${link}&${"k=v&".repeat(Math.floor(10 ** (2 + 2 * chance())))}`,
];

/** Whether a page would draw it. */
function isLegal(link: string): boolean {
  try {
    resolveFigure(decodeLink(link).spec);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/**
 * Links that are real ones no more, from a seed: about one in forty is huge or deep. Of those that are links all the
 * same, because a figure takes so much longer than a refusal, only so many are kept.
 */
export function hostileLinks(count: number, seed: number, mostLegal: number): string[] {
  const chance = seeded(seed);
  const links: string[] = [];
  let legal = 0;
  while (links.length < count) {
    const mutations = chance() < 0.025 ? HUGE : MUTATIONS;
    let link = pick(chance, mutations)(chance, pick(chance, REAL));
    while (chance() < 0.25 && link.length < 10_000) link = pick(chance, MUTATIONS)(chance, link);
    if (isLegal(link) && ++legal > mostLegal) continue;
    links.push(`#${link}`);
  }
  return links;
}
