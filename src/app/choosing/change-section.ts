import { similarityRange } from "../../plane/axis.ts";
import { bothParams, type Change, changing, USUAL_FRAME, USUAL_POINT } from "../../region/choosing/change.ts";
import { changeFigure } from "../../region/choosing/change-figure.ts";
import type { Frame } from "../../region/pieces.ts";
import type { ChoosingWords } from "../../region/choosing/language.ts";
import { parseFigure, type ResolvedFigure } from "../../spec/figure.ts";
import { chosenLoss } from "../../spec/figure-loss.ts";
import { choiceControl } from "../controls/choice.ts";
import { textControl } from "../controls/text.ts";
import { numberText } from "../controls/typed.ts";
import { labelNodes, make } from "../dom.ts";
import type { History } from "../history.ts";
import { inIdleTime } from "../idle.ts";
import { type LossStore, refusal } from "../store.ts";
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";
import { suggestedChange } from "./suggested-change.ts";

export interface ChangeSection {
  readonly element: HTMLElement;
  follow(isOpen: boolean): void;
}

const REST = 400;

/** The rectangle that the figure shows, where it shows one in cosines. */
const frameOf = (figure: ResolvedFigure): Frame =>
  "axes" in figure && "negative" in figure.axes
    ? { sn: similarityRange(figure.axes.negative), sp: similarityRange(figure.axes.positive) }
    : USUAL_FRAME;

/** What a parameter that moves from one value to another changes: three sentences, and the map as the page's figure. */
export function changeSection(store: LossStore, history: History, language: ChoosingWords): ChangeSection {
  const sentences = make("ul", { class: "sentences", id: "choosing-change" });
  const problem = make("p", { class: "problem", role: "status" });
  const parameter = choiceControl(words.choosing.param, [], (id) => {
    param = id;
    typed = {};
    show();
  });
  const type = (part: "from" | "to") => (text: string) => {
    typed = { ...typed, [part]: numberText(text) };
    const refused = refusal(() => bothParams(change()));
    if (refused === null) show();
    return refused;
  };
  const [from, to] = [
    textControl(words.choosing.from, type("from")),
    textControl(words.choosing.to, type("to")),
  ];
  const map = make("button", { type: "button" }, words.choosing.map);
  const back = make("button", { type: "button", hidden: true }, words.choosing.back);
  let [param, ofLoss, isOpen] = ["", "", false];
  let typed: { readonly from?: string; readonly to?: string } = {};
  let before: ResolvedFigure | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let callOff = (): void => {};

  const change = (): Change => {
    const { figure } = store.state;
    const chosen = chosenLoss(figure.loss);
    const spec = chosen.loss.params[param];
    const value = (text: string): number | string =>
      spec.kind === "number" && text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
    const suggested = suggestedChange(spec, chosen.params[param]);
    return {
      ...chosen,
      counts: figure.counts ?? { K: 1, L: 1 },
      param,
      from: typed.from === undefined ? suggested.from : value(typed.from),
      to: typed.to === undefined ? suggested.to : value(typed.to),
      frame: frameOf(history.shown.figure),
      point: USUAL_POINT,
    };
  };

  const show = (): void => {
    clearTimeout(timer);
    callOff();
    const { loss } = chosenLoss(store.state.figure.loss);
    const ids = Object.keys(loss.params);
    element.hidden = ids.length === 0;
    if (ids.length === 0) return;
    const subject = `${loss.id} ${ids.join(" ")}`;
    if (subject !== ofLoss || !ids.includes(param)) {
      [ofLoss, typed] = [subject, {}];
      param = ids.find((id) => /^m|^delta|^lambda/i.test(id)) ?? ids[0];
    }
    parameter.show(
      param,
      ids.map((id) => ({ value: id, text: facts.losses.param(loss, id).label })),
    );
    const asked = change();
    from.show(String(asked.from));
    to.show(String(asked.to));
    problem.textContent = refusal(() => bothParams(asked)) ?? "";
    map.disabled = problem.textContent !== "";
    if (map.disabled) {
      sentences.replaceChildren();
      return;
    }
    sentences.setAttribute("aria-busy", "true");
    timer = setTimeout(() => {
      callOff = inIdleTime(changing(asked), (numbers) => {
        const said = language.change(numbers).sentences;
        sentences.replaceChildren(...said.map((sentence) => make("li", {}, ...labelNodes(sentence))));
        sentences.removeAttribute("aria-busy");
      });
    }, REST);
  };

  map.addEventListener("click", () => {
    const asked = change();
    const shown = history.shown.figure;
    // the map has the changed loss first, from which another change would be suggested
    typed = { from: String(asked.from), to: String(asked.to) };
    before ??= shown;
    problem.textContent =
      refusal(() =>
        history.replace(parseFigure({ ...changeFigure(asked), theme: shown.theme }), "map of a change"),
      ) ?? "";
  });
  back.addEventListener("click", () => {
    const { theme } = history.shown.figure;
    if (before !== undefined) history.replace(parseFigure({ ...before, theme }), "figure before the map");
    map.focus();
  });
  history.watch(({ figure }) => {
    if (figure.kind !== "difference") before = undefined;
    back.hidden = before === undefined;
  });
  store.watch(() => {
    if (isOpen) show();
  });
  const element = make(
    "section",
    { class: "parts", "aria-label": words.choosing.change },
    make("h2", {}, words.choosing.change),
    parameter.element,
    make("div", { class: "control range" }, from.element, to.element),
    sentences,
    make("div", { class: "button-row" }, map, back),
    problem,
  );
  return {
    element,
    follow(open) {
      isOpen = open;
      if (open) show();
      else {
        clearTimeout(timer);
        callOff();
      }
    },
  };
}
