/**
 * `<marginscape-figure spec="…">`: what it holds, a picture, is shown until the figure is alive, and stays where that
 * fails. `spec` is the part of a link after `#`, or JSON; `controls` adds sliders; `theme` is light, dark or print.
 */
class MarginscapeFigure extends HTMLElement {
  static readonly observedAttributes = ["spec", "theme", "controls"];
  readonly #root = this.attachShadow({ mode: "open" });
  readonly #picture = document.createElement("slot");
  readonly #watcher = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#wake();
    },
    { rootMargin: "200px" },
  );
  #end: (() => void) | undefined;
  /** A change while the last one is still being drawn makes that one worthless. */
  #turn = 0;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host { display: block; position: relative; }");
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.append(this.#picture);
  }

  connectedCallback(): void {
    this.#watcher.observe(this);
  }

  disconnectedCallback(): void {
    this.#watcher.disconnect();
    this.#sleep();
  }

  attributeChangedCallback(): void {
    if (!this.isConnected) return;
    // observed anew, it is told at once whether it is in sight
    this.#watcher.disconnect();
    this.#watcher.observe(this);
  }

  async #wake(): Promise<void> {
    this.#watcher.disconnect();
    const turn = ++this.#turn;
    const spec = this.getAttribute("spec") ?? "";
    try {
      const { figureIn, mounted } = await import("./alive.ts");
      const box = document.createElement("div");
      // laid out, but not seen before its picture stands
      box.style.cssText = "visibility: hidden; position: absolute; inset: 0 0 auto";
      this.#root.append(box);
      const end = await mounted(box, figureIn(spec, this.getAttribute("theme")), this.#root, {
        controls: this.hasAttribute("controls"),
      }).catch((error: unknown) => {
        box.remove();
        throw error;
      });
      if (turn !== this.#turn || !this.isConnected) {
        end();
        box.remove();
        return;
      }
      this.#end?.();
      this.#root.replaceChildren(box);
      box.removeAttribute("style");
      this.#end = end;
      this.dataset.alive = "";
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#sleep();
      console.warn(`marginscape-figure: ${(error as Error).message}`);
    }
  }

  /** Back to the picture. */
  #sleep(): void {
    this.#end?.();
    this.#end = undefined;
    this.#turn++;
    delete this.dataset.alive;
    this.#root.replaceChildren(this.#picture);
  }
}

if (!customElements.get("marginscape-figure")) customElements.define("marginscape-figure", MarginscapeFigure);

export type { MarginscapeFigure };
