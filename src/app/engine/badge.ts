import type { DrawnLandscape } from "../../export/figure.ts";
import { inWords } from "../../region/number-words.ts";
import { choiceControl } from "../controls/choice.ts";
import { make } from "../dom.ts";
import type { FigureView } from "../view/figure-view.ts";
import { type Deviation, deviationOf } from "./deviation.ts";
import type { Engine } from "./engine.ts";
import { ENGINE_CHOICES } from "./setting.ts";
import { words } from "../words/words.ts";

/** The comparison waits until the finger rests. */
const SETTLE = 120;

/** Who filled the picture, how far it is from double precision, and who shall. */
export function engineBadge(view: FigureView, engine: Engine): HTMLElement {
  const said = make("p", { id: "engine", role: "status" });
  const options = ENGINE_CHOICES.map((value) => ({ value, text: words.engine[value] }));
  const control = choiceControl(words.engine.label, options, (value) => {
    const chosen = ENGINE_CHOICES.find((each) => each === value);
    if (chosen) engine.choose(chosen);
  });
  control.show(engine.choice);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string): void => {
    // a live region speaks when it changes, so it must not be set to what it says already
    if (said.textContent !== text) said.textContent = text;
  };
  view.watch((drawn) => {
    clearTimeout(timer);
    if (drawn.data.field.engine.name === "webgpu") {
      timer = setTimeout(() => say(onGpu(drawn)), SETTLE);
    } else say(onCpu(engine.problem));
  });
  engine.watch(() => {
    if (engine.problem !== "") say(onCpu(engine.problem));
  });
  return make("div", { class: "engine" }, said, control.element);
}

const onCpu = (problem: string): string => words.engine.onCpu(words.told(problem).replace(/\.$/, ""));

const onGpu = (drawn: DrawnLandscape): string =>
  words.engine.onGpu(drawn.data.field.engine.device ?? words.engine.unnamed, inSentence(deviation(drawn)));

const deviation = ({ figure, data }: DrawnLandscape): Deviation =>
  deviationOf(data.field, {
    loss: data.loss,
    params: figure.loss.params,
    counts: figure.counts,
    gradient: figure.loss.gradient,
  });

function inSentence({ largest, unmatched, nodes }: Deviation): string {
  const difference = words.engine.difference(inWords(Number(largest.toPrecision(1))));
  return unmatched === 0 ? difference : difference + words.engine.unmatched(unmatched, nodes);
}
