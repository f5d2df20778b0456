import { InputError } from "../losses/errors.ts";
import { decodeLink, encodeLink } from "../spec/link.ts";
import { mounted } from "./alive.ts";

/** The page of an iframe: the figure of its link, alive. `hide=controls` in the link leaves the sliders out. */

const box = document.getElementById("figure");
const notice = document.getElementById("notice");
const open = document.getElementById("open");

let end: (() => void) | undefined;

async function show(): Promise<void> {
  if (!box || !notice) return;
  end?.();
  end = undefined;
  tell("");
  try {
    const { spec, unknown } = decodeLink(location.hash);
    const hidden = unknown.flatMap(([name, value]) => (name === "hide" ? value.split(",") : []));
    document.documentElement.dataset.theme = spec.theme ?? "light";
    end = await mounted(box, spec, document, {
      controls: !hidden.includes("controls"),
      onDrawn: (figure) => {
        open?.setAttribute("href", `./index.html#${encodeLink(figure)}`);
        const title = box.querySelector("svg title")?.textContent;
        if (title) document.title = `${title} – Marginscape`;
      },
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    box.replaceChildren();
    tell(`This link shows no figure. ${error.message}.`);
  }
}

function tell(problem: string): void {
  if (!notice) return;
  notice.textContent = problem;
  notice.hidden = problem === "";
}

/** The page around the frame cannot measure what is in it. */
new ResizeObserver(() => {
  if (parent === window) return;
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ marginscape: { height } }, "*");
}).observe(document.documentElement);

addEventListener("hashchange", () => void show());
void show();
