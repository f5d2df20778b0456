import type { Locator, Page } from "playwright";
import { seeded } from "./hostile.ts";

const CONTROLS =
  "button:visible:enabled, select:visible, input:visible:enabled, summary:visible, [role=option]:visible";
const KEYS = [
  "Control+z",
  "Control+Shift+z",
  "Escape",
  "Tab",
  "Shift+Tab",
  "Enter",
  "Space",
  "ArrowLeft",
  "ArrowUp",
  "End",
  "+",
  "-",
  "0",
];
const TEXTS = ["0.3", "-1", "1e9", "abc", "", "64", "0", "2", "1e-12", "0,5", "circle"];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 834, height: 1112 },
  { width: 390, height: 844 },
] as const;

/** Somebody who tries whatever there is, by the numbers of a seed. */
export class Wanderer {
  /** What was done, to be read where something went wrong. */
  readonly steps: string[] = [];
  readonly #random: () => number;

  constructor(
    private readonly page: Page,
    seed: number,
  ) {
    this.#random = seeded(seed);
  }

  async step(): Promise<void> {
    const chance = this.#random();
    if (chance < 0.6) await this.#work(this.#pick(await this.page.locator(CONTROLS).all()));
    else if (chance < 0.75) await this.#press(this.#pick(KEYS));
    else if (chance < 0.95) await this.#drag();
    else await this.page.setViewportSize(this.#pick(SIZES));
  }

  #pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#random() * items.length)];
  }

  async #press(key: string): Promise<void> {
    this.steps.push(key);
    await this.page.keyboard.press(key);
  }

  async #work(control: Locator): Promise<void> {
    const part = this.#random();
    const text = this.#pick(TEXTS);
    // what is hidden behind something else by now, or has gone, is left alone
    const soon = { timeout: 1000 };
    const found = await control.evaluate(saidOf, undefined, soon).catch(() => undefined);
    if (found === undefined) return;
    const [kind, name] = found;
    this.steps.push(`${kind} ${name} ${kind === "text" ? text : ""}`);
    // in another language the page begins anew, and a file is asked for outside of it
    if (name.includes("中文") || kind === "file") return;
    if (kind === "SELECT" || kind === "range")
      await control.evaluate(moveTo, part, soon).catch(() => undefined);
    else if (kind === "text") {
      await control.fill(text, soon).catch(() => undefined);
      await this.page.keyboard.press(part < 0.5 ? "Enter" : "Tab");
    } else await control.click(soon).catch(() => undefined);
  }

  /** From one place of the figure to another, or the wheel over it. */
  async #drag(): Promise<void> {
    const box = await this.page.locator(".figure").boundingBox();
    if (box === null) return;
    const place = (): [number, number] => [
      box.x + box.width * this.#random(),
      box.y + box.height * this.#random(),
    ];
    const [from, to] = [place(), place()];
    const turns = this.#random() < 0.3;
    this.steps.push(`${turns ? "wheel" : "drag"} ${[from, to].flat().map(Math.round).join(" ")}`);
    await this.page.mouse.move(...from);
    if (turns) {
      await this.page.keyboard.down("Control");
      await this.page.mouse.wheel(0, to[0] - from[0]);
      await this.page.keyboard.up("Control");
      return;
    }
    await this.page.mouse.down();
    await this.page.mouse.move(...to, { steps: 4 });
    await this.page.mouse.up();
  }
}

/** What a control is, and what it is called. */
const saidOf = (element: Element): [kind: string, name: string] => [
  element.tagName === "INPUT" ? (element as HTMLInputElement).type : element.tagName,
  (element.getAttribute("aria-label") ?? element.textContent ?? "").slice(0, 60),
];

/** Puts a choice or a slider to a part of its way; by now it may be something else. */
const moveTo = (element: Element, part: number): void => {
  if (element instanceof HTMLSelectElement) element.selectedIndex = Math.floor(part * element.options.length);
  else if (element instanceof HTMLInputElement && element.type === "range")
    element.value = String(Number(element.max) * part);
  else return;
  for (const event of ["input", "change"]) element.dispatchEvent(new Event(event, { bubbles: true }));
};
