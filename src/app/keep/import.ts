import { LARGEST_FILE } from "../../export/recipe/read.ts";
import { entriesIn, takeIn } from "./file.ts";
import { figures } from "./shelves.ts";
import { keepWords } from "../words/keep.ts";

/** Takes in a file of kept figures and says in words what came of it; nothing where the file is no such collection. */
export async function importCollection(file: File): Promise<string | undefined> {
  if (file.size > LARGEST_FILE) return undefined;
  const entries = entriesIn(await file.text());
  return entries && keepWords().importedFrom(file.name, await takeIn(figures, entries));
}

/** The same for a file that ought to be one. */
export const importFile = async (file: File): Promise<string> =>
  (await importCollection(file)) ?? keepWords().notImported(keepWords().expectedCollection(file.name));
