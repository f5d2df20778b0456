import { InputError } from "../../losses/errors.ts";
import { minimiseFigure } from "../../spec/figure.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { figureOf, type Kept } from "./kept.ts";
import { drafts } from "./shelves.ts";
import { portraitOf } from "./thumbnail.ts";
import { keepWords } from "../words/keep.ts";

const MOST = 6;

/** What was on the page last, other than what is there now: to go on with after a crash, or another link. */
export class Lately {
  readonly #list = make("ul", { class: "kept lately", "aria-label": keepWords().latest });
  readonly element = make(
    "section",
    { hidden: true },
    make("h3", {}, keepWords().latest),
    make("p", { class: "hint" }, keepWords().latestHint),
    this.#list,
  );

  constructor(
    private readonly history: History,
    private readonly done: () => void,
  ) {
    drafts.watch(() => {
      if (this.element.closest("dialog")?.open) void this.show();
    });
  }

  async show(): Promise<void> {
    const now = JSON.stringify(minimiseFigure(this.history.shown.figure));
    const others = (await drafts.list()).filter(({ figure }) => JSON.stringify(figure) !== now);
    const items = others.slice(0, MOST).flatMap((draft, i) => this.#item(draft, i === 0));
    this.element.hidden = items.length === 0;
    this.#list.replaceChildren(...items);
  }

  #item(draft: Kept, isLast: boolean): HTMLElement[] {
    try {
      const figure = figureOf(draft);
      const image = make("img", { alt: "" });
      const words = isLast ? keepWords().restoreLast : keepWords().restore;
      const date = new Date(draft.changed);
      const button = make("button", { type: "button", class: "picture" }, image, make("span", {}, words));
      button.addEventListener("click", () => {
        this.history.replace(figure, `restore ${draft.id}`);
        this.done();
      });
      const time = make("time", { datetime: date.toISOString() }, date.toLocaleString());
      void portraitOf(figure).then(({ title, thumbnail }) => {
        image.src = thumbnail;
        time.prepend(`${title}, `);
      });
      return [make("li", {}, button, time)];
    } catch (error) {
      // a draft of another version
      if (error instanceof InputError) return [];
      throw error;
    }
  }
}
