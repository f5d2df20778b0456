import { renderToString } from "katex";
import { describe, expect, it } from "vitest";
import { gradientTex, lossTex } from "../../src/formula/loss-tex.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import type { GradientMode } from "../../src/losses/types.ts";
import { NAMES } from "../losses/support.ts";

const texOf = (name: string, given: Params = {}): string[] => {
  const { loss, params } = namedLoss(name, given);
  return lossTex(loss, params);
};

/** The line with the link, after A_p and A_n. */
const coupled = (link: string, counts: string): string =>
  `\\mathcal{L} = ${link}, \\quad z = A_n(s_n) - A_p(s_p)${counts}`;
const SOFTPLUS = "\\operatorname{sp}\\left(z\\right)";

describe("a coupled loss", () => {
  it("Circle: both transforms, the link, and K and L", () => {
    expect(texOf("circle")).toEqual([
      "A_p(s) = \\gamma\\,\\operatorname{sg}\\left[\\left[1 + m - s\\right]_{+}\\right]\\,\\left(s - 1 + m\\right)",
      "A_n(s) = \\gamma\\,\\operatorname{sg}\\left[\\left[s + m\\right]_{+}\\right]\\,\\left(s - m\\right)",
      coupled(SOFTPLUS, " + \\ln K + \\ln L"),
    ]);
  });

  it.each([
    ["unified", SOFTPLUS, " + \\ln K + \\ln L"],
    ["am-softmax", SOFTPLUS, " + \\ln L"],
    ["info-nce", SOFTPLUS, " + \\ln L"],
    ["nca", SOFTPLUS, " - \\ln K + \\ln L"],
    ["triplet", "\\left[z\\right]_{+}", ""],
  ])("%s says what K and L add to z", (name, link, counts) => {
    expect(texOf(name).at(-1)).toBe(coupled(link, counts));
  });
});

describe("a decoupled loss", () => {
  it("SigLIP: K and L are factors", () => {
    expect(texOf("siglip")).toEqual([
      "A_p(s) = t\\,s + b",
      "A_n(s) = t\\,s + b",
      "\\mathcal{L} = K\\,\\operatorname{sp}\\left(z_p\\right) + L\\,\\operatorname{sp}\\left(z_n\\right)",
      "z_p = -A_p(s_p), \\quad z_n = A_n(s_n)",
    ]);
  });

  it("Multi-similarity: 1/α and 1/β before, ln K and ln L inside", () => {
    expect(texOf("multi-similarity", { alpha: 2, beta: 50 }).slice(2)).toEqual([
      "\\mathcal{L} = \\frac{1}{\\alpha}\\,\\operatorname{sp}\\left(z_p\\right) + \\frac{1}{\\beta}\\,\\operatorname{sp}\\left(z_n\\right)",
      "z_p = -A_p(s_p) + \\ln K, \\quad z_n = A_n(s_n) + \\ln L",
    ]);
  });
});

describe("a loss of its own kind", () => {
  it("has one line, on the plane", () => {
    expect(texOf("ranked-list")).toEqual([
      "\\mathcal{L} = \\left(1 - \\lambda\\right)\\,\\left[d_p - \\left(\\alpha - m\\right)\\right]_{+} + " +
        "\\lambda\\,\\left[\\alpha - d_n\\right]_{+}",
    ]);
  });
});

describe("a gradient", () => {
  const gradientOf = (name: string, mode: GradientMode = "attached") => {
    const { loss, params } = namedLoss(name);
    return gradientTex(loss, params, mode);
  };

  it("Circle, weights held constant: what both sides share has a name", () => {
    expect(gradientOf("circle", "detached")).toEqual({
      dSp: "-\\sigma\\left(z\\right)\\,u_{1}",
      dSn: "\\gamma\\,\\sigma\\left(z\\right)\\,\\left[s_n + m\\right]_{+}",
      where: [
        { symbol: "u_{1}", tex: "\\gamma\\,\\left[1 + m - s_p\\right]_{+}" },
        {
          symbol: "z",
          tex:
            "\\gamma\\,\\left[s_n + m\\right]_{+}\\,\\left(s_n - m\\right) - " +
            "u_{1}\\,\\left(s_p - 1 + m\\right) + \\ln K + \\ln L",
        },
      ],
    });
  });

  it.each([
    ["triplet", "-\\mathbb{1}\\left[z > 0\\right]", "\\mathbb{1}\\left[z > 0\\right]"],
    ["info-nce", "-\\frac{\\sigma\\left(z\\right)}{\\tau}", "\\frac{\\sigma\\left(z\\right)}{\\tau}"],
    ["multi-similarity", "-\\sigma\\left(z_p\\right)", "\\sigma\\left(z_n\\right)"],
    ["p2sgrad", "s_p - 1", "L\\,s_n"],
    [
      "circle-disc",
      "2\\,\\gamma\\,\\sigma\\left(z\\right)\\,\\left(s_p - 1\\right)",
      "2\\,\\gamma\\,\\sigma\\left(z\\right)\\,s_n",
    ],
  ])("%s, as one would write it", (name, dSp, dSn) => {
    expect(gradientOf(name)).toMatchObject({ dSp, dSn });
  });

  it("names parts by a letter that no parameter has", () => {
    expect(gradientOf("magface")?.where.map(({ symbol }) => symbol)).toEqual(["v_{1}", "z"]);
  });
});

describe("every loss and variant", () => {
  it.each(NAMES)("%s is TeX that KaTeX sets without complaint", (name) => {
    for (const line of texOf(name)) {
      expect(line).not.toMatch(/undefined|NaN|mathrm/);
      const html = renderToString(line, { throwOnError: true, strict: "error" });
      expect(html).toContain('class="katex"');
    }
  });

  it.each(NAMES)("%s has a gradient that KaTeX sets without complaint", (name) => {
    const { loss, params, gradient } = namedLoss(name);
    const tex = gradientTex(loss, params, gradient);
    const lines = tex ? [tex.dSp, tex.dSn, ...tex.where.flatMap((each) => [each.symbol, each.tex])] : [];
    for (const line of lines) {
      expect(line).not.toMatch(/undefined|NaN|mathrm/);
      renderToString(line, { throwOnError: true, strict: "error" });
    }
  });

  it("follows a choice: the distance of a triplet", () => {
    expect(texOf("triplet:euclidean")).not.toEqual(texOf("triplet"));
  });
});

const MANY = { K: 6, L: 10 };

/** What " + \\ln K - \\ln L" comes to. */
const logsIn = (text: string): number =>
  [...text.matchAll(/([+-]) \\ln ([KL])/g)].reduce(
    (sum, [, sign, name]) => sum + (sign === "-" ? -1 : 1) * Math.log(MANY[name as "K" | "L"]),
    0,
  );

describe("what K and L do is what the text says", () => {
  const lossesOf = (coupling: string) =>
    LOSSES.filter((loss) => loss.formula(namedLoss(loss.id).params).coupling === coupling).map(
      ({ id }) => id,
    );

  const formsOf = (id: string) => {
    const { loss, params } = namedLoss(id);
    return [{ K: 1, L: 1 }, MANY].map((counts) => loss.plane(params, counts));
  };

  it.each(lossesOf("coupled"))("in z of %s", (id) => {
    const [one, many] = formsOf(id).map((form) => (form.coupling === "coupled" ? form.offset : NaN));
    expect(many - one).toBeCloseTo(logsIn(texOf(id)[2]), 12);
  });

  it.each(lossesOf("decoupled"))("on both sides of %s", (id) => {
    const [, , link, shifts] = texOf(id);
    for (const [i, side] of (["positive", "negative"] as const).entries()) {
      const [one, many] = formsOf(id).map((form) => {
        if (form.coupling !== "decoupled") throw new Error(`${id} is ${form.coupling}`);
        return form[side];
      });
      const name = i === 0 ? "K" : "L";
      expect(many.offset - one.offset).toBeCloseTo(logsIn(shifts.split("\\quad")[i]), 12);
      expect(many.weight).toBeCloseTo(one.weight * (link.includes(`${name}\\,`) ? MANY[name] : 1), 12);
    }
  });
});
