import type { FigureSpec } from "../../spec/figure.ts";
import { keptOf } from "./kept.ts";
import { drafts } from "./shelves.ts";

const MOST_DRAFTS = 12;

/** One figure as it is worked on; what it becomes takes the place of what it was. */
export class Draft {
  readonly #id = crypto.randomUUID();

  async keep(spec: FigureSpec): Promise<void> {
    const draft = { ...keptOf(spec, ""), id: this.#id };
    await drafts.put(draft);
    const all = await drafts.list();
    const text = JSON.stringify(draft.figure);
    const same = all.filter(({ id, figure }) => id !== this.#id && JSON.stringify(figure) === text);
    for (const spare of new Set([...same, ...all.slice(MOST_DRAFTS)]))
      await drafts.remove(spare).catch(() => "another tab has tidied up");
  }
}
