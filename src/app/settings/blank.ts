import type { Field } from "../../spec/fields.ts";

/** Something legal for a field, as far as the field itself says: a list grows by it. */
export function blankOf(field: Field): unknown {
  switch (field.type) {
    case "object":
      return Object.fromEntries(field.entries.map(([key, entry]) => [key, blankOf(entry)]));
    case "list":
      return Array.from({ length: field.least }, () => blankOf(field.item));
    case "tuple":
      return field.items.map(blankOf);
    case "choice":
      return field.options[0];
    case "number":
      return Math.min(field.max, Math.max(field.min, 0));
    case "text":
      return "";
    case "flag":
      return false;
    case "oneOf":
      return blankOf(field.fields[0]);
    case "fixed":
    case "json":
      return null;
  }
}
