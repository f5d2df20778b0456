import { chosenLoss } from "../../spec/figure-loss.ts";
import { minimiseFigure, type ResolvedFigure } from "../../spec/figure.ts";
import type { FormatId } from "../../export/formats.ts";
import { make } from "../dom.ts";
import { copyButton } from "../export/copy-button.ts";
import type { ExportDialog } from "../export/dialog.ts";
import { button } from "../head-actions.ts";
import type { History } from "../history.ts";
import { linkOf } from "../link.ts";
import type { Notices } from "../notices.ts";
import { saveFigure } from "../save.ts";
import type { LossStore } from "../store.ts";
import { words } from "../words/words.ts";

/** What can be taken away of a figure: its link, its spec, its code, the usual files, and all others by the dialog. */
export function figureActions(
  history: History,
  losses: LossStore,
  say: Notices,
  zoom: HTMLElement,
): HTMLElement {
  const spec = (): ResolvedFigure => history.shown.figure;
  const copyLink = button(words.actions.copyLink, "copy-link", async () => {
    const link = linkOf(history.shown);
    try {
      await navigator.clipboard.writeText(link);
      say.tell(link.length > 2000 ? words.actions.longLink(link.length) : words.actions.linkCopied);
    } catch {
      say.warn(words.actions.noCopying(link));
    }
  });
  const saver = (format: FormatId): HTMLButtonElement =>
    button(words.actions.save(format.toUpperCase()), `save-${format}`, async () => {
      try {
        await saveFigure(spec(), format);
      } catch (error) {
        say.warn(words.actions.notMade(format.toUpperCase(), words.told((error as Error).message)));
      }
    });
  let dialog: ExportDialog | undefined;
  const more = button(words.actions.more, "export", async () => {
    if (dialog === undefined) {
      dialog = new (await import("../export/dialog.ts")).ExportDialog(history);
      document.body.append(dialog.element);
    }
    dialog.open();
  });
  return make(
    "div",
    { class: "figure-actions" },
    zoom,
    copyLink,
    copyButton(words.actions.copySpec, () => `${JSON.stringify(minimiseFigure(spec()), null, 2)}\n`),
    copyButton(words.actions.copyCode, () => codeOf(losses)),
    ...(["svg", "png", "pdf", "json"] as const).map(saver),
    more,
  );
}

async function codeOf(losses: LossStore): Promise<string> {
  const { pythonCode } = await import("../../formula/python.ts");
  const { loss, params, gradient } = chosenLoss(losses.state.figure.loss);
  return pythonCode(loss, params, { dialect: "torch", gradient });
}
