import { afterEach, describe, expect, it } from "vitest";
import { InputError } from "../../src/losses/errors.ts";
import { decodeLink, encodeLink } from "../../src/spec/link.ts";
import { parseLandscape } from "../../src/spec/landscape.ts";
import { type FigureSpec, resolveFigure } from "../../src/spec/figure.ts";
import { fc } from "../numerics/seeded.ts";
import { figures } from "./arbitraries.ts";

const nothing = Reflect.ownKeys(Object.prototype).length;

afterEach(() => {
  expect(Reflect.ownKeys(Object.prototype).length).toBe(nothing);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

/** Runs what a figure or a link goes through. True if it was legal, false if it was refused; anything else throws. */
function survives(read: () => FigureSpec): boolean {
  try {
    const figure = resolveFigure(read());
    expect(Object.getPrototypeOf(figure)).toBe(Object.prototype);
    encodeLink(figure);
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message.length).toBeLessThan(2000);
    return false;
  }
}

const isLegalText = (json: string): boolean => survives(() => parseLandscape(json));
const isLegalLink = (link: string): boolean => survives(() => decodeLink(link).spec);
const long = "x".repeat(1e5);

describe("hostile figures", () => {
  it.each([
    '{"version":1,"loss":{"id":"circle"},"__proto__":{"polluted":1}}',
    '{"version":1,"loss":{"id":"circle","__proto__":{"polluted":1}}}',
    '{"version":1,"loss":{"id":"__proto__"}}',
    '{"version":1,"loss":{"id":"constructor"}}',
    '{"version":1,"loss":{"id":"circle:__proto__"}}',
    '{"version":1,"loss":{"id":"circle"},"constructor":{"prototype":{"polluted":1}}}',
    '{"version":1,"loss":{"id":"circle"},"layers":{"__proto__":{"polluted":true}}}',
    '{"version":1,"loss":{"id":"circle"},"axes":{"negative":{"toString":1}}}',
    '{"version":1,"loss":{"id":"circle"},"points":[{"name":"A","at":"__proto__"}]}',
    '{"version":1,"loss":{"id":"triplet","params":{"distance":"__proto__"}}}',
    '{"version":1e999,"loss":{"id":"circle"}}',
    `{"version":1,"loss":{"id":"${long}"}}`,
    `{"version":1,"loss":{"id":"circle:${long}"}}`,
    `{"version":1,"loss":{"id":"circle","params":{"${long}":1}}}`,
    `{"version":1,"loss":{"id":"circle"},"title":"${long}"}`,
    `{"version":1,"loss":{"id":"circle"},"${long}":1}`,
    `{"version":1,"loss":{"id":"circle"},"points":[${Array.from({ length: 1e4 }, () => '{"name":"A","at":"tangent"}').join()}]}`,
    `{"version":1,"loss":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
    `{"version":1,"loss":{"id":"circle"},"title":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
    `{"version":1,"loss":{"id":"circle","params":{"margin":${"[".repeat(1e4)}${"]".repeat(1e4)}}}}`,
    "[".repeat(1e5),
    '{"version":1,"loss":{"id":"circle"},"title":"\\ud800"}',
    '{"version":1,"loss":{"id":"circle"},"points":[{"name":"\\udc00","at":"tangent"}]}',
    '{"version":1,"loss":{"id":"circle\\ud800"}}',
    "\u0000",
  ])("%.70s", (json) => {
    expect(isLegalText(json)).toBe(false);
  });

  it("drops parameters that are called like a prototype", () => {
    for (const name of ["__proto__", "constructor", "prototype"]) {
      isLegalText(`{"version":1,"loss":{"id":"circle","params":{"${name}":{"polluted":1}}}}`);
      isLegalText(`{"version":1,"loss":{"id":"circle","params":{"${name}":1}}}`);
    }
  });

  it("that are no JSON at all", () => {
    const circular: Record<string, unknown> = { version: 1 };
    circular["loss"] = circular;
    for (const input of [
      circular,
      { version: 1, loss: 1n },
      { version: 1n },
      Symbol("s"),
      () => 1,
      new Date(NaN),
    ]) {
      expect(survives(() => parseLandscape(input))).toBe(false);
    }
  });

  it("of any JSON value are refused or legal", () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom("loss", "axes", "layers", "points", "counts", "size", "title"),
        (json, key) => {
          isLegalText(json);
          isLegalText(`{"version":1,"loss":{"id":"circle"},"${key}":${json}}`);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("hostile links", () => {
  it.each([
    "loss=__proto__",
    "loss=__proto__&K=2&zzz=3",
    "loss=constructor",
    "loss=toString:valueOf",
    "loss=circle:__proto__",
    "loss=%F0%9F%98%80",
    "loss=%ED%A0%80",
    "loss=%",
    "loss=",
    "loss=circle%00",
    "loss=circle&margin=__proto__",
    "loss=circle&margin=NaN",
    "loss=circle&margin=Infinity",
    "loss=circle&margin=0.2,0.3",
    "loss=circle&K=1e999",
    "loss=circle&width=-1",
    "loss=circle&points=;;;",
    "loss=circle&points=@@@",
    `loss=circle&points=${"A@0,0;".repeat(1e4)}`,
    `loss=${long}`,
    `loss=circle&title=${long}`,
    `loss=circle&sn.range=${long}`,
    `loss=circle&quantity=${"%".repeat(1e5)}`,
    `v=${long}&loss=circle`,
  ])("%.60s", (link) => {
    expect(isLegalLink(link)).toBe(false);
  });

  it.each([
    "loss=circle&__proto__=1",
    "loss=circle&__proto__.polluted=1",
    "loss=circle&constructor=1&toString=2",
    "loss=circle&%E0%A4%A=1",
    "loss=circle&%zz=%zz",
    "loss=circle&title=%E0%A4%A",
    "loss=circle&title=%ED%A0%80",
    "loss=circle&points=%ED%A0%80@tangent",
    `loss=circle&${long}=${long}`,
    `formula=s_n - s_p&${long}=1`,
    "##&&&==&loss=circle&&",
  ])("%.60s is a legal figure, what is strange in it kept as it is", (link) => {
    expect(isLegalLink(link)).toBe(true);
    const { spec, unknown } = decodeLink(link);
    const again = decodeLink(encodeLink(spec, unknown));
    expect(again.unknown).toEqual(unknown);
    expect(resolveFigure(again.spec)).toEqual(resolveFigure(spec));
  });

  it("of any characters are refused or legal", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("&", "=", "%", "loss=circle&", "points=", "@", ";", "sn.range=", ":"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        isLegalLink(pieces.join(""));
        isLegalLink(`loss=circle&${pieces.join("")}`);
      }),
      { numRuns: 500 },
    );
  });

  it("with one character of a good link changed are refused or legal", () => {
    fc.assert(
      fc.property(
        figures,
        fc.nat(),
        fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
        (spec, place, sign) => {
          const link = encodeLink(spec);
          const at = place % link.length;
          isLegalLink(link.slice(0, at) + sign + link.slice(at + 1));
        },
      ),
      { numRuns: 300 },
    );
  });
});
