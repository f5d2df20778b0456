import type { ParamSpec, ParamValue } from "../../losses/params.ts";
import type { Loss } from "../../losses/types.ts";
import { labelNodes, make } from "../dom.ts";

const shownNumber = (value: ParamValue): string =>
  typeof value === "number" ? String(Number(value.toPrecision(6))).replace("-", "−") : value;

const legalText = (spec: ParamSpec): string =>
  spec.kind === "choice" ? spec.options.join(", ") : `${shownNumber(spec.min)} to ${shownNumber(spec.max)}`;

/** Parameters with their defaults and legal values, and what each variant makes of them. */
export function parameterTable(loss: Loss): HTMLElement {
  const specs = Object.entries(loss.params);
  const variants = Object.entries(loss.variants);
  if (specs.length === 0) return make("p", { class: "source" }, "No parameters.");
  const head = ["parameter", "default", "legal", ...variants.map(([name]) => name)];
  const valueIn = (id: string, variant: Loss["variants"][string]): string => {
    const value = variant.params?.[id];
    return value === undefined ? "" : shownNumber(value);
  };
  const rows = specs.map(([id, spec]) =>
    make(
      "tr",
      {},
      make(
        "th",
        { scope: "row", title: spec.effect },
        ...labelNodes(spec.kind === "number" ? `$${spec.symbol}$ ${spec.label}` : spec.label),
      ),
      make("td", {}, shownNumber(spec.default)),
      make("td", {}, legalText(spec)),
      ...variants.map(([, variant]) => make("td", {}, valueIn(id, variant))),
    ),
  );
  return make(
    "div",
    { class: "table-room", tabindex: 0, role: "region", "aria-label": `Parameters of ${loss.name}` },
    make(
      "table",
      {},
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          ...head.map((text, i) => make("th", { scope: "col", title: variants[i - 3]?.[1].note }, text)),
        ),
      ),
      make("tbody", {}, ...rows),
    ),
    ...variants.map(([name, { note }]) =>
      make("p", { class: "variant" }, make("code", {}, name), ` ${note}`),
    ),
  );
}
