import { InputError } from "../losses/errors.ts";
import { whenLoaded } from "../formula/on-demand.ts";
import { plainLabel } from "../figures/label.ts";
import { make } from "./dom.ts";
import type { FigureSpec } from "../spec/figure.ts";
import type { History } from "./history.ts";
import type { Notices } from "./notices.ts";
import { words } from "./words/words.ts";

/**
 * Files with a figure in them come back: dropped anywhere on the page, pasted, or chosen with the button that is given
 * back. One step of undo; a file that is none of ours changes nothing.
 */
export function openFiles(history: History, say: Notices): HTMLButtonElement {
  const open = async (files: readonly File[]): Promise<void> => {
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
  };
  dropping(open);
  addEventListener("paste", ({ clipboardData, target }) => {
    // programs that copy text often copy its picture too
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return;
    const files = [...(clipboardData?.files ?? [])];
    if (files.length > 0) void open(files);
  });
  const input = make("input", {
    type: "file",
    accept: ".svg,.png,.pdf,.html,.tex,.gif,.json",
    multiple: true,
    hidden: true,
    "aria-label": words.files.choose,
  });
  input.addEventListener("change", () => {
    void open([...(input.files ?? [])]);
    input.value = "";
  });
  const button = make("button", { type: "button", id: "open-file" }, words.actions.open, input);
  button.addEventListener("click", (event) => {
    if (event.target !== input) input.click();
  });
  return button;
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

/** While files are over the page, it says what will happen to them. */
function dropping(open: (files: readonly File[]) => Promise<void>): void {
  const hint = make("p", { class: "drop-hint", hidden: true }, words.files.drop);
  document.body.append(hint);
  const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    hint.hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) hint.hidden = true;
  });
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    hint.hidden = true;
    void open([...(event.dataTransfer?.files ?? [])]);
  });
}
