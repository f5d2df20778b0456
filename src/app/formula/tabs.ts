import { freshId, make } from "../dom.ts";
import { words } from "../words/words.ts";

export interface Tab {
  readonly name: string;
  /** What the tab shows; asked for when it is opened and after every `refresh`. */
  readonly text: () => Promise<string>;
}

export interface Tabs {
  readonly element: HTMLElement;
  /** Asks the open tab for its text again. */
  refresh(): void;
}

/** Texts to copy, one at a time; the arrow keys go from tab to tab. */
export function codeTabs(label: string, tabs: readonly Tab[]): Tabs {
  const id = freshId("code");
  const code = make("pre", { class: "code", tabindex: 0 });
  const room = make("div", { role: "tabpanel", id: `${id}-room`, "aria-labelledby": `${id}-0` }, code);
  const copy = make("button", { type: "button", class: "copy" }, words.formula.copy);
  const buttons = tabs.map(({ name }, i) =>
    make("button", { type: "button", role: "tab", id: `${id}-${i}`, "aria-controls": room.id }, name),
  );
  const said = make("span", { class: "spoken", role: "status" });
  let chosen = 0;
  let asked = 0;

  const refresh = async (): Promise<void> => {
    const order = ++asked;
    const text = await tabs[chosen].text();
    if (order !== asked) return;
    code.textContent = text;
    copy.textContent = words.formula.copy;
  };
  const choose = (index: number): void => {
    chosen = index;
    buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", String(i === index));
      button.tabIndex = i === index ? 0 : -1;
    });
    room.setAttribute("aria-labelledby", buttons[index].id);
    void refresh();
  };
  buttons.forEach((button, i) => {
    button.addEventListener("click", () => choose(i));
    button.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (step === 0) return;
      const next = (i + step + buttons.length) % buttons.length;
      choose(next);
      buttons[next].focus();
    });
  });
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      copy.textContent = words.formula.copied;
    } catch {
      copy.textContent = words.formula.select;
    }
    said.textContent = copy.textContent;
  });
  buttons.forEach((button, i) => {
    button.setAttribute("aria-selected", String(i === 0));
    button.tabIndex = i === 0 ? 0 : -1;
  });
  return {
    element: make(
      "div",
      { class: "code-tabs" },
      make(
        "div",
        { class: "tab-row" },
        make("div", { role: "tablist", "aria-label": label }, ...buttons),
        copy,
        said,
      ),
      room,
    ),
    refresh: () => void refresh(),
  };
}
