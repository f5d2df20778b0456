import { make } from "../dom.ts";
import { words } from "../words/words.ts";

const SAY = 2000;

/** A button that copies a text, and says so; where the browser forbids it, the text is shown to be copied by hand. */
export function copyButton(
  label: string,
  text: () => string | Promise<string>,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElement {
  const shown = make("pre", { class: "code", hidden: true, tabindex: 0 });
  const said = make("span", { class: "spoken", role: "status" });
  const button = make("button", { type: "button", ...attributes }, label);
  button.addEventListener("click", async () => {
    const copied = await text();
    try {
      await navigator.clipboard.writeText(copied);
      button.textContent = words.meaning.copied;
      said.textContent = `${label}: ${words.meaning.copied}`;
      setTimeout(() => (button.textContent = label), SAY);
    } catch {
      shown.textContent = copied;
      shown.hidden = false;
    }
  });
  return make("span", { class: "copying" }, button, shown, said);
}
