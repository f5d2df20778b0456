import type { DrawnLandscape } from "../../export/figure.ts";
import { inWords } from "../../region/words.ts";
import { choiceControl } from "../controls/choice.ts";
import { make } from "../dom.ts";
import type { FigureView } from "../view/figure-view.ts";
import { type Deviation, deviationOf } from "./deviation.ts";
import type { Engine } from "./engine.ts";
import type { EngineChoice } from "./setting.ts";

/** The comparison waits until the finger rests. */
const SETTLE = 120;

const OPTIONS: readonly { readonly value: EngineChoice; readonly text: string }[] = [
  { value: "auto", text: "auto" },
  { value: "cpu", text: "CPU" },
  { value: "webgpu", text: "WebGPU" },
];

/** Who filled the picture, how far it is from double precision, and who shall. */
export function engineBadge(view: FigureView, engine: Engine): HTMLElement {
  const words = make("p", { id: "engine", role: "status" });
  const control = choiceControl("Engine", OPTIONS, (value) => {
    const chosen = OPTIONS.find((option) => option.value === value);
    if (chosen) engine.choose(chosen.value);
  });
  control.show(engine.choice);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    // a live region speaks when it changes, so it must not be set to what it says already
    if (words.textContent !== text) words.textContent = text;
  };
  view.watch((drawn) => {
    clearTimeout(timer);
    if (drawn.data.field.engine.name === "webgpu") {
      timer = setTimeout(() => say(`${onGpu(drawn)}; ${inSentence(deviation(drawn))}.`), SETTLE);
    } else say(onCpu(engine.problem));
  });
  engine.watch(() => {
    if (engine.problem !== "") say(onCpu(engine.problem));
  });
  return make("div", { class: "engine" }, words, control.element);
}

const onCpu = (problem: string): string =>
  `CPU, double precision.${problem === "" ? "" : ` WebGPU is not used: ${problem.replace(/\.$/, "")}.`}`;

const onGpu = ({ data }: DrawnLandscape): string => `WebGPU (${data.field.engine.device ?? "unnamed"})`;

const deviation = ({ figure, data }: DrawnLandscape): Deviation =>
  deviationOf(data.field, {
    loss: data.loss,
    params: figure.loss.params,
    counts: figure.counts,
    gradient: figure.loss.gradient,
  });

function inSentence({ largest, unmatched, nodes }: Deviation): string {
  const difference = `largest difference to double precision ${inWords(Number(largest.toPrecision(1)))} of the field’s range`;
  return unmatched === 0
    ? difference
    : `${difference}; ${unmatched} of ${nodes} nodes have a number in one of the two only`;
}
