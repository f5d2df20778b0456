import type { Segment } from "./outline.ts";
import type { Place } from "./place.ts";

/** A length in bp: thousandths are finer than any device. */
export const bp = (x: number): string => String(Math.round(x * 1000) / 1000 + 0);

export const at = ([x, y]: Place): string => `(${bp(x)},${bp(y)})`;

/** A path in the words of TikZ, in lines that an editor shows. */
export function tikzPath(segments: readonly Segment[]): string {
  const words: string[] = [];
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i];
    const corners = rectangleAt(segments, i);
    if (corners) {
      words.push(`${at(corners[0])} rectangle ${at(corners[1])}`);
      i += 4;
      continue;
    }
    switch (segment.kind) {
      case "move":
        words.push(at(segment.at));
        break;
      case "line":
        words.push(`-- ${at(segment.at)}`);
        break;
      case "curve":
        words.push(`.. controls ${segment.controls.map(at).join(" and ")} .. ${at(segment.at)}`);
        break;
      case "circle":
        words.push(`${at(segment.at)} circle[radius=${bp(segment.radius)}bp]`);
        break;
      case "close":
        words.push("-- cycle");
        break;
    }
  }
  return lines(words);
}

/** Five segments that are a rectangle with upright sides: two opposite corners of it. */
function rectangleAt(segments: readonly Segment[], i: number): readonly [Place, Place] | null {
  const [move, a, b, c, close] = segments.slice(i, i + 5);
  if (move?.kind !== "move" || a?.kind !== "line" || b?.kind !== "line" || c?.kind !== "line") return null;
  if (close?.kind !== "close") return null;
  const isUpright =
    a.at[1] === move.at[1] && b.at[0] === a.at[0] && c.at[1] === b.at[1] && c.at[0] === move.at[0];
  return isUpright ? [move.at, b.at] : null;
}

const WIDTH = 100;

function lines(words: readonly string[]): string {
  let [text, length] = ["", 0];
  for (const word of words) {
    const breaks = length > 0 && length + word.length > WIDTH;
    text += breaks ? `\n${word}` : length > 0 ? ` ${word}` : word;
    length = breaks ? word.length : length + word.length + 1;
  }
  return text;
}
