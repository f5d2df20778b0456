import { RECIPE_SCRIPT_ID, TEX_SCRIPT_ID } from "../export/recipe/keys.ts";
import { flows } from "../figures/flows.ts";
import type { Outline } from "../figures/scene.ts";
import { keepOutline } from "../figures/tex/registry.ts";
import { provideFormulas } from "../plane/at-once.ts";
import { descentFlow } from "../region/flow.ts";
import type { FigureSpec } from "../spec/figure.ts";
import { otherKinds } from "../spec/kinds.ts";
import * as kindCode from "../spec/other-kinds.ts";
import { live } from "./live.ts";
import { addStyle } from "./style.ts";

/** The script of an exported page: its picture comes alive. Where that fails, the picture stays. */
async function start(): Promise<void> {
  provideFormulas();
  otherKinds.provide(kindCode);
  flows.provide({ descentFlow });
  const stage = document.getElementById("stage");
  const room = document.getElementById("room");
  if (!stage || !room) return;
  const { figure } = jsonIn(RECIPE_SCRIPT_ID) as { readonly figure: FigureSpec };
  for (const [tex, outline] of Object.entries(jsonIn(TEX_SCRIPT_ID))) keepOutline(tex, outline as Outline);
  addStyle(document);
  await live(figure, {
    stage,
    room,
    onDrawn: (_, caption) => {
      const place = document.getElementById("caption");
      if (place) place.textContent = plainText(caption);
    },
  });
  document.documentElement.dataset.alive = "";
}

const jsonIn = (id: string): object => JSON.parse(document.getElementById(id)?.textContent ?? "{}") as object;

const plainText = (label: string): string => label.replaceAll("$", "");

void start();
