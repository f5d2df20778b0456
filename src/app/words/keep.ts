import { EN } from "./en.ts";
import { KEEP_EN, type KeepWords } from "./keep-en.ts";
import { KEEP_ZH } from "./keep-zh.ts";
import { words } from "./words.ts";

/** What is said about kept figures in the language of the page; loaded with their dialog. */
export const keepWords = (): KeepWords => (words === EN ? KEEP_EN : KEEP_ZH);
