import { plainLabel } from "../figures/label.ts";
import { whenLoaded } from "../formula/on-demand.ts";
import { InputError } from "../losses/errors.ts";
import type { FigureSpec } from "../spec/figure.ts";
import type { History } from "./history.ts";
import type { Notices } from "./notices.ts";
import { words } from "./words/words.ts";

/** The first of the files that has a figure in it, or figures to keep, is opened; the reader is told what came of it. */
export async function openFirst(files: readonly File[], history: History, say: Notices): Promise<void> {
  const problems: string[] = [];
  for (const file of files) {
    try {
      const collection = await collectionIn(file);
      if (collection !== undefined) {
        say.tell(collection);
        return;
      }
      const spec = await figureIn(file);
      await whenLoaded(() => history.replace(spec, `open ${file.name}`));
      const { title } = history.shown.figure;
      const rest = files.length > 1 ? words.files.oneOf(files.length) : "";
      say.tell(words.files.opened(file.name, plainLabel(title)) + rest);
      return;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(words.told(error.message));
    }
  }
  if (problems.length > 1) say.warn(words.files.none(problems.length, problems[0]));
  else if (problems.length > 0) say.warn(words.files.refused(problems[0]));
}

/** Takes in a file of kept figures, and says what came of it; undefined for any other file. */
async function collectionIn(file: File): Promise<string | undefined> {
  if (!/\.json$/i.test(file.name)) return undefined;
  return (await import("./keep/import.ts")).importCollection(file);
}

/** What reads files is loaded with the first. Throws `InputError` for one that is no figure, or cannot be read at all. */
async function figureIn(file: File): Promise<FigureSpec> {
  const { checkLength, readRecipe } = await import("../export/recipe/read.ts");
  checkLength(file.size, file.name);
  const bytes = await file.arrayBuffer().catch(() => {
    throw new InputError(`${file.name} cannot be read; expected a file, not a folder`);
  });
  return readRecipe(new Uint8Array(bytes), file.name);
}
