import { create, type Font } from "fontkit";
import type { Run } from "../figures/scene.ts";
import { InputError } from "../losses/errors.ts";
import { plainFont } from "./plain-font.ts";
import type { Platform } from "./platform.ts";

export interface OpenFont {
  readonly name: Run["font"];
  readonly font: Font;
}

/** A stretch of a run whose letters are all in one font. */
export interface Stretch {
  readonly text: string;
  readonly open: OpenFont;
}

/** Where a letter is looked for that its own font lacks. */
const FALLBACKS: readonly Run["font"][] = ["text", "symbol", "math", "script", "serif"];

/** The fonts that ship with Marginscape, each opened when a letter first needs it. */
export class FontBook {
  readonly #opened = new Map<Run["font"], OpenFont>();

  constructor(private readonly platform: Platform) {}

  /** A run cut where its font changes. Throws `InputError` for a letter that no font has. */
  async stretches({ text, font }: Pick<Run, "text" | "font">): Promise<Stretch[]> {
    const parts: { text: string; open: OpenFont }[] = [];
    for (const letter of text) {
      const open = await this.#fontOf(letter, font);
      const last = parts.at(-1);
      if (last?.open === open) last.text += letter;
      else parts.push({ text: letter, open });
    }
    return parts;
  }

  async #fontOf(letter: string, first: Run["font"]): Promise<OpenFont> {
    const code = letter.codePointAt(0) ?? 0;
    for (const name of [first, ...FALLBACKS]) {
      const open = await this.open(name);
      if (open.font.hasGlyphForCodePoint(code)) return open;
    }
    throw new InputError(
      `no letter ${JSON.stringify(letter)} (U+${code.toString(16).toUpperCase().padStart(4, "0")}) in the fonts of figures; expected Latin, Greek or mathematical signs`,
    );
  }

  /** One of the fonts, whether or not a letter needed it yet. */
  async open(name: Run["font"]): Promise<OpenFont> {
    let open = this.#opened.get(name);
    if (open === undefined) {
      const bytes = plainFont(await this.platform.font(name));
      // fontkit asks for a Buffer but reads any bytes; of a collection there is none here
      open = { name, font: create(bytes as Buffer) as Font };
      this.#opened.set(name, open);
    }
    return open;
  }
}
