import { describe, expect, it } from "vitest";
import { FormulaError } from "../../src/formula/formula-error.ts";
import { readSource } from "../../src/formula/source.ts";
import { formulaText } from "../../src/formula/text.ts";

const error = (text: string, given = {}): FormulaError => {
  try {
    readSource(text, given);
  } catch (caught) {
    if (caught instanceof FormulaError) return caught;
    throw caught;
  }
  throw new Error(`accepted: ${text}`);
};

describe("a typed loss", () => {
  it("declares parameters with default, range, scale and label", () => {
    const { parameters } = readSource('gamma = 64 in [1, 1024] log "scale"\nm = -1/4 in [-pi/6, 1]\ns_n');
    expect(parameters["gamma"]).toMatchObject({
      default: 64,
      min: 1,
      max: 1024,
      scale: "log",
      symbol: "γ",
      label: "scale",
    });
    expect(parameters["m"]).toMatchObject({
      default: -0.25,
      min: -Math.PI / 6,
      max: 1,
      scale: "linear",
      slider: [-Math.PI / 6, 1],
    });
  });

  it("gives a number without a range a slider round it", () => {
    const { parameters } = readSource("tau = 5; m = -3; s_n");
    expect(parameters["tau"].kind === "number" && parameters["tau"].slider).toEqual([0, 10]);
    expect(parameters["m"].kind === "number" && parameters["m"].slider).toEqual([-6, 6]);
  });

  it("puts definitions in, the margin term too", () => {
    const { parts } = readSource("gap = s_n - s_p # a comment\nz = 2 * gap; softplus(z)^2");
    expect(parts.loss && formulaText(parts.loss)).toBe("softplus(2 * (s_n - s_p))^2");
    expect(parts.z && formulaText(parts.z)).toBe("2 * (s_n - s_p)");
  });

  it("reads transforms, links and choices", () => {
    const { parts, choices } = readSource(
      'name = "Mine"\nA_p = s; A_n = theta\ncoupling = decoupled\nlink_p = relu(z); link_n = z^2\nweight_n = 1 / L\naggregate_n = mean',
    );
    expect(
      Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, formulaText(part)])),
    ).toEqual({
      A_p: "s",
      A_n: "theta",
      link_p: "relu(z)",
      link_n: "z^2",
      weight_n: "1 / L",
    });
    expect(choices).toEqual({ coupling: "decoupled", aggregate_n: "mean" });
  });

  it("goes on over the end of a line while a bracket is open or a sign waits", () => {
    const { parts } = readSource("softplus(\n  s_n\n  - s_p\n)");
    expect(parts.loss && formulaText(parts.loss)).toBe("softplus(s_n - s_p)");
    const waiting = readSource("s_n -\n s_p").parts.loss;
    expect(waiting && formulaText(waiting)).toBe("s_n - s_p");
  });

  it("takes Greek letters for their names", () => {
    const { parts, parameters } = readSource("γ = 2; γ * θ_p");
    expect(Object.keys(parameters)).toEqual(["gamma"]);
    expect(parts.loss && formulaText(parts.loss)).toBe("gamma * theta_p");
  });

  it("makes parameters of names that were given a number, and of no others", () => {
    expect(readSource("gamma * s_n", { gamma: 3, unused: 1 }).undeclared).toEqual(["gamma"]);
    expect(readSource("gamma = 2; gamma * s_n", { gamma: 3 }).undeclared).toEqual([]);
    expect(error("gamma * s_n", { gamma: "3" }).what).toContain("unknown name: gamma");
  });
});

describe("what is refused, and where", () => {
  it.each([
    ["gama * s_n", 1, 1, "unknown name: gama; expected it to be declared, for example gama = 0.5 in [0, 1]"],
    ["gamma = 2; gama * s_n", 1, 12, "unknown name: gama; did you mean gamma?"],
    ["m = 2 in [0, 1]\ns_n", 1, 7, "default 2 outside its range; expected 0 to 1"],
    ["m = 0.5 in [1, 0]\ns_n", 1, 12, "range from 1 to 0; expected low below high"],
    ["m = 0.5 in [0, 1] log\ns_n", 1, 12, "logarithmic range from 0; expected low above 0"],
    [
      "m = 0.5 in 0, 1\ns_n",
      1,
      9,
      "range not understood; expected in [low, high], with log after it if wanted",
    ],
    ["m = 0.5 in [0, ]\ns_n", 1, 14, "number missing after ,; expected a number"],
    ["x = s_n\nx = s_p\nx", 2, 1, "x twice; expected each name once"],
    ["s_n\ns_p", 2, 1, "a second loss; expected one"],
    ["s_p = 2\ns_p", 1, 1, "s_p has a meaning already; expected another name"],
    ["exp = 2\ns_p", 1, 1, "exp has a meaning already; expected another name"],
    [
      "constructor = 2\ns_p",
      1,
      1,
      "constructor as a name; expected a letter, then letters, digits or _, 30 at most",
    ],
    ["_x = 2\ns_p", 1, 1, "_x as a name; expected a letter, then letters, digits or _, 30 at most"],
    ["2 = s_p", 1, 1, "2 before =; expected a name"],
    ["x = ;", 1, 3, "nothing after =; expected what x is"],
    ["A_p = s_n\nA_n = s", 1, 7, "s_n in A_p; expected of the variables only s, theta, d"],
    [
      "loss = s",
      1,
      8,
      "s in loss; expected of the variables only s_p, s_n, theta_p, theta_n, d_p, d_n, K, L",
    ],
    ["A_p = s\nA_n = s\nlink = s_p", 3, 8, "s_p in link; expected of the variables only z"],
    ["coupling = loose\nA_p = s\nA_n = s", 1, 1, "coupling loose; expected one of coupled, decoupled"],
    ["name = Circle\ns_p", 1, 1, 'name not understood; expected it in quotes, as in name = "My loss"'],
  ])("%j", (text, line, column, what) => {
    const { place, what: said, message } = error(text);
    expect({ line: place.line, column: place.column, what: said }).toEqual({ line, column, what });
    expect(message).toContain(`column ${column}: ${what}`);
  });

  it("definitions that double their size again and again", () => {
    const doubled = Array.from({ length: 20 }, (_, i) => `x${i + 1} = x${i} * x${i}`);
    const text = ["x0 = s_n + s_p", ...doubled].join("\n");
    expect(error(text).what).toContain("more than 500 operations");
  });
});
