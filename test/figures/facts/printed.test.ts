import { expect, it } from "vitest";
import { agrees, asPrinted } from "./printed.ts";

it("a printed number has six digits, or those it shows", () => {
  expect(agrees(0.5000004, "0.5")).toBe(true);
  expect(agrees(0.5000006, "0.5")).toBe(false);
  expect(agrees(-0.02328644, "-0.0232864")).toBe(true);
  expect(agrees(-0.02328646, "-0.0232864")).toBe(false);
  expect(agrees(1.8234774, "1.823477")).toBe(true);
  expect(agrees(1.8234776, "1.823477")).toBe(false);
});

it("with an exponent it has the digits that stand there", () => {
  expect(agrees(7.6224e-12, "7.622e-12")).toBe(true);
  expect(agrees(7.6226e-12, "7.622e-12")).toBe(false);
});

it("zero is zero, and text is no number", () => {
  expect(agrees(0, "0")).toBe(true);
  expect(agrees(-0, "0")).toBe(true);
  expect(agrees(1e-300, "0")).toBe(false);
  expect(asPrinted(null, "0")).toBe(null);
});
