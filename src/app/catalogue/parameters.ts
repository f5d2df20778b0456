import type { ParamSpec, ParamValue } from "../../losses/params.ts";
import type { Loss } from "../../losses/types.ts";
import { labelNodes, make } from "../dom.ts";
import { facts } from "../words/facts.ts";

const shownNumber = (value: ParamValue): string =>
  typeof value === "number" ? String(Number(value.toPrecision(6))).replace("-", "−") : value;

const legalText = (spec: ParamSpec): string =>
  spec.kind === "choice"
    ? spec.options.join(", ")
    : facts.labels.range(shownNumber(spec.min), shownNumber(spec.max));

/** Parameters with their defaults and legal values, and what each variant makes of them. */
export function parameterTable(loss: Loss): HTMLElement {
  const specs = Object.entries(loss.params);
  const variants = Object.entries(loss.variants);
  if (specs.length === 0) return make("p", { class: "source" }, facts.labels.noParams);
  const { labels, losses } = facts;
  const head = [labels.param, labels.default, labels.legal, ...variants.map(([name]) => name)];
  const noteOf = (column: number): string | undefined =>
    variants[column] && losses.note(loss, variants[column][0]);
  const valueIn = (id: string, variant: Loss["variants"][string]): string => {
    const value = variant.params?.[id];
    return value === undefined ? "" : shownNumber(value);
  };
  const rows = specs.map(([id, spec]) => {
    const { label, effect } = losses.param(loss, id);
    return make(
      "tr",
      {},
      make(
        "th",
        { scope: "row", title: effect },
        ...labelNodes(spec.kind === "number" ? `$${spec.symbol}$ ${label}` : label),
      ),
      make("td", {}, shownNumber(spec.default)),
      make("td", {}, legalText(spec)),
      ...variants.map(([, variant]) => make("td", {}, valueIn(id, variant))),
    );
  });
  return make(
    "div",
    { class: "table-room", tabindex: 0, role: "region", "aria-label": facts.labels.paramsOf(loss.name) },
    make(
      "table",
      {},
      make(
        "thead",
        {},
        make("tr", {}, ...head.map((text, i) => make("th", { scope: "col", title: noteOf(i - 3) }, text))),
      ),
      make("tbody", {}, ...rows),
    ),
    ...variants.map(([name]) =>
      make("p", { class: "variant" }, make("code", {}, name), ` ${losses.note(loss, name)}`),
    ),
  );
}
