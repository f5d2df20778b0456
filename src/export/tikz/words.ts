import type { Run } from "../../figures/scene.ts";
import { appended, texOfMathematics, texOfWords } from "./letters.ts";

const BOLD: ReadonlySet<Run["font"]> = new Set(["strong", "serifStrong"]);
const UPRIGHT: ReadonlySet<Run["font"]> = new Set(["text", "serif", ...BOLD]);

/** Between mathematics, signs such as ` = 0.25` are mathematics as well. */
const SIGNS = /^[\s\d.=+−·×/|()[\]<>≤≥≠≈′]*[\d=+−·×/|()[\]<>≤≥≠≈′][\s\d.=+−·×/|()[\]<>≤≥≠≈′]*$/u;

type Kind = "words" | "mathematics";

/** Runs as LaTeX, mathematics between dollar signs. Null where there is a letter that plain LaTeX cannot set. */
export function texOfRuns(runs: readonly Run[]): string | null {
  const kinds = runs.map((run): Kind => (isMathematics(run) ? "mathematics" : "words"));
  const joined = runs.map((run, i): Kind => {
    if (kinds[i] === "mathematics" || BOLD.has(run.font) || !SIGNS.test(run.text)) return kinds[i];
    const beside = [runs[i - 1] && kinds[i - 1], runs[i + 1] && kinds[i + 1]];
    return beside.includes("mathematics") ? "mathematics" : "words";
  });
  let tex = "";
  for (let i = 0; i < runs.length;) {
    let end = i + 1;
    while (end < runs.length && joined[end] === joined[i]) end++;
    const stretch = runs.slice(i, end);
    const part = joined[i] === "words" ? words(stretch) : mathematics(stretch);
    if (part === null) return null;
    tex += part;
    i = end;
  }
  return tex;
}

/** The hair of space behind a script letter belongs to it. */
const isMathematics = ({ text, font, shift, tex }: Run): boolean =>
  tex !== undefined || shift !== 0 || !UPRIGHT.has(font) || text === "\u200a";

function words(runs: readonly Run[]): string | null {
  let tex = "";
  for (const run of runs) {
    const plain = run.outline ? null : texOfWords(run.text);
    if (plain === null) return null;
    tex += BOLD.has(run.font) ? `\\textbf{${plain}}` : plain;
  }
  return tex;
}

/** Blanks at the ends are kept outside: mathematics has none. */
function mathematics(runs: readonly Run[]): string | null {
  const [first, last] = [runs[0].text, runs[runs.length - 1].text];
  const [before, after] = [first.startsWith(" ") ? " " : "", last.endsWith(" ") ? " " : ""];
  let tex = "";
  for (let i = 0; i < runs.length;) {
    const side = Math.sign(runs[i].shift);
    const others = runs.findIndex((run, k) => k > i && (side === 0 || Math.sign(run.shift) !== side));
    const end = others < 0 ? runs.length : others;
    const inner = sequence(runs.slice(i, end));
    if (inner === null) return null;
    tex = side === 0 ? appended(tex, inner) : `${tex}${side < 0 ? "^" : "_"}{${inner}}`;
    i = end;
  }
  return `${before}$${tex.trim()}$${after}`;
}

function sequence(runs: readonly Run[]): string | null {
  let tex = "";
  for (const { text, font, tex: own, outline } of runs) {
    if (outline && own === undefined) return null;
    const part =
      own !== undefined ? typeset(own) : font === "script" ? `\\mathcal{${text}}` : texOfMathematics(text);
    if (part === null) return null;
    tex = appended(tex, part);
  }
  return tex;
}

/** TeX that was typeset before, so it is legal; letters beyond ASCII become commands, and nothing is a comment. */
function typeset(tex: string): string | null {
  let ascii = "";
  for (const token of tex.replace(/\s+/g, " ").match(/\\[A-Za-z]+|\\.|./gsu) ?? []) {
    const part = token === "%" ? "\\%" : /^[\x20-\x7e]+$/.test(token) ? token : texOfMathematics(token);
    if (part === null) return null;
    ascii = appended(ascii, part);
  }
  return `{${ascii}}`;
}
