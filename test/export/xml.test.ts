import { describe, expect, it } from "vitest";
import { elementsOf, parseXml, textOf } from "./xml.ts";

describe("parseXml", () => {
  it("reads elements, attributes, text and references", () => {
    const root = parseXml('<a x="1 &lt; 2"><b/>one &#38; two<b y="3">&amp;</b></a>\n');
    expect(root.attributes).toEqual({ x: "1 < 2" });
    expect(textOf(root)).toBe("one & two&");
    expect(elementsOf(root, "b").map(({ attributes }) => attributes)).toEqual([{}, { y: "3" }]);
  });

  it.each([
    "<a>",
    "<a></b>",
    "<a><b></a></b>",
    "<a>&</a>",
    "<a>&nbsp;</a>",
    "<a x='1'/>",
    '<a x="1" x="2"/>',
    '<a x="<"/>',
    "<a/><b/>",
    "<a>\u0001</a>",
    "<a>\ud800</a>",
    "text",
  ])("refuses %j", (text) => {
    expect(() => parseXml(text)).toThrow();
  });
});
