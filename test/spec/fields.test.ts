import { describe, expect, it } from "vitest";
import { type Field, fieldsOf } from "../../src/spec/fields.ts";
import { resolveFigure } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";

/** The field at a path of keys; numbers lead into lists. */
function at(field: Field, path: readonly (string | number)[]): Field | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return field;
  if (field.type === "list") return at(field.item, rest);
  if (field.type === "tuple") return field.items[Number(key)];
  if (field.type === "oneOf")
    return field.fields.map((each) => at(each, path)).find((found) => found !== undefined);
  if (field.type !== "object") return undefined;
  const entry = field.entries.find(([name]) => name === key);
  return entry && at(entry[1], rest);
}

function leavesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

describe("the fields of a figure", () => {
  it("cover every place of every preset, but for what a loss or a panel knows by itself", () => {
    for (const [name, { spec }] of Object.entries(PRESETS)) {
      const figure = resolveFigure(spec);
      const fields = fieldsOf(figure.kind);
      const missing = leavesOf(figure)
        .filter((path) => !path.includes("params") && !path.includes("shapes") && !path.includes("panels"))
        .filter((path) => at(fields, path) === undefined)
        .map((path) => path.join("."));
      expect(missing, name).toEqual([]);
    }
  });

  it("say what is legal", () => {
    const fields = fieldsOf("landscape");
    expect(at(fields, ["samples"])).toEqual({ type: "number", min: 16, max: 1024, whole: true });
    expect(at(fields, ["layers", "region"])).toEqual({ type: "flag" });
    expect(at(fields, ["theme"])).toEqual({ type: "choice", options: ["light", "dark", "print"] });
    expect(at(fields, ["title"])).toEqual({ type: "text", longest: 200 });
    expect(at(fields, ["version"])).toEqual({ type: "fixed" });
    expect(at(fields, ["axes", "negative", "range"])?.type).toBe("tuple");
    expect(at(fields, ["points"])).toMatchObject({
      type: "list",
      least: 0,
      most: 40,
      item: { type: "oneOf" },
    });
    expect(at(fieldsOf("panels"), ["panels"])).toMatchObject({ type: "list", least: 1, most: 24 });
  });
});
