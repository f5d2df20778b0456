/** What the numbers of a command are: across, up, another length, or none; M goes on as L. */
const SHAPES: Readonly<Record<string, string>> = { M: "xy", L: "xy", H: "x", V: "y", A: "--···xy", Z: "" };

const COMMAND = /([a-df-z])([^a-df-z]*)/gi;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g;

/**
 * Path data with steps from point to point, in tenths of a pixel: half as long when compressed. No rounding adds up,
 * for each step starts where the rounded last one ended. What has curves stays as it is.
 */
export function shortPath(d: string): string {
  const commands = [...d.matchAll(COMMAND)];
  if (!commands.every(([, name]) => Object.hasOwn(SHAPES, name.toUpperCase()))) return d;
  const here = { x: 0, y: 0 };
  let start = { ...here };
  let [short, last] = ["", ""];
  for (const [, name, rest] of commands) {
    const isStep = name === name.toLowerCase();
    const shape = [...SHAPES[name.toUpperCase()]];
    const numbers = (rest.match(NUMBER) ?? []).map(Number);
    if (shape.length === 0) {
      short += "z";
      last = "z";
      Object.assign(here, start);
    }
    for (let i = 0; i < numbers.length; i += shape.length) {
      const own = shape.map((role, k) => written(role, numbers[i + k]));
      const command = short === "" ? "M" : /m/i.test(name) && i > 0 ? "l" : name.toLowerCase();
      short += joined(command === last && command !== "m" ? "" : command, own);
      last = command;
      if (/m/i.test(name) && i === 0) start = { ...here };
    }
    function written(role: string, number: number): string {
      if (role === "·") return String(number);
      const tenths = Math.round(number * 10);
      if (role !== "x" && role !== "y") return inTenths(tenths);
      const from = here[role];
      here[role] = tenths + (isStep ? from : 0);
      return inTenths(here[role] - (short === "" ? 0 : from));
    }
  }
  return short;
}

const inTenths = (tenths: number): string => String(tenths / 10).replace(/^(-?)0\./, "$1.");

/** Numbers behind the letter of their command, or behind the numbers before them, if it is the same. */
const joined = (command: string, numbers: readonly string[]): string =>
  numbers.reduce(
    (text, number, k) =>
      `${text}${number.startsWith("-") || (k === 0 && command !== "") ? "" : " "}${number}`,
    command,
  );
