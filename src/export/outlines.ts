import type { Outline, Run, Scene, SceneNode } from "../figures/scene.ts";
import { round } from "../figures/scene.ts";
import FONT_WIDTHS from "../figures/font-widths.json";
import { FontBook, type Stretch } from "./font-book.ts";
import type { Platform } from "./platform.ts";

/** A scene whose letters are shapes, each where the letter stood: for programs that do not have the fonts. */
export async function outlined(scene: Scene, platform: Platform): Promise<Scene> {
  const fonts = new FontBook(platform);
  const known = new Map<string, Run>();
  const ofRun = async (run: Run): Promise<Run> => {
    if (run.outline) return run;
    const key = JSON.stringify([run.text, run.font, run.shift]);
    const made = known.get(key) ?? { ...run, outline: outlineOf(run, await fonts.stretches(run)) };
    known.set(key, made);
    return made;
  };
  const ofNode = async (node: SceneNode): Promise<SceneNode> => {
    if (node.type === "group") return { ...node, children: await inOrder(node.children, ofNode) };
    return node.type === "text" ? { ...node, runs: await inOrder(node.runs, ofRun) } : node;
  };
  return { ...scene, nodes: await inOrder(scene.nodes, ofNode) };
}

async function inOrder<T>(items: readonly T[], change: (item: T) => Promise<T>): Promise<T[]> {
  const changed: T[] = [];
  for (const item of items) changed.push(await change(item));
  return changed;
}

/** Letters at the advance widths that figures are laid out with. */
function outlineOf({ font }: Run, stretches: readonly Stretch[]): Outline {
  const widths: Readonly<Record<string, number>> = FONT_WIDTHS[font];
  let [x, above, below, d] = [0, 0, 0, ""];
  for (const { text, open } of stretches) {
    const em = 1000 / open.font.unitsPerEm;
    for (const letter of text) {
      const [glyph] = open.font.glyphsForString(letter);
      d += pathOf(glyph.path.commands, em, x);
      const { minY, maxY } = glyph.bbox;
      above = Math.max(above, maxY * em);
      below = Math.max(below, -minY * em);
      x += widths[letter] ?? 600;
    }
  }
  return { d, width: x, above, below };
}

interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
};

/** Font units, y up, as thousandths of an em, y down. */
const pathOf = (commands: readonly PathCommand[], em: number, x: number): string =>
  commands
    .map(
      ({ command, args }) =>
        LETTERS[command] +
        args.map((value, i) => round(i % 2 === 0 ? x + value * em : -value * em)).join(" "),
    )
    .join("");
