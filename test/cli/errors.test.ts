import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, scratchFolder } from "./run.ts";
import { FORMAT_IDS } from "../../src/export/formats.ts";

const folder = scratchFolder();
afterAll(folder.remove);
beforeAll(() => {
  writeFileSync(join(folder.path, "open.json"), "{");
  writeFileSync(join(folder.path, "newer.json"), '{"version": 2, "loss": {"id": "circle"}}');
  writeFileSync(join(folder.path, "no-loss.json"), '{"version": 1}');
  writeFileSync(join(folder.path, "typo.json"), '{"version": 1, "loss": {"id": "circle"}, "quantty": "z"}');
  mkdirSync(join(folder.path, "folder.svg"));
});

const usage = (message: string) => ({ code: 2, out: "", err: `marginscape: ${message}\n` });
const failure = (message: string) => ({ code: 1, out: "", err: `marginscape: ${message}\n` });

const QUANTITIES =
  "loss, logLoss, z, dSp, dSn, absDSp, absDSn, gradientLength, direction, embeddingP, embeddingN, paceRatio, curl, curvature";

const TO_FILE = "export circle-region -o out.svg";

/** Words of a call, separated by blanks, and how it ends. */
const CALLS: readonly (readonly [string, ReturnType<typeof usage>])[] = [
  ["lst", usage("unknown command: lst; did you mean list?")],

  ["list circle", usage("unexpected argument: circle; expected options only")],
  ["list --jsn", usage("unknown option: --jsn; did you mean --json?")],
  ["list --json=yes", usage("option '--json' does not take an argument")],

  ["eval a.json b.json", usage("unexpected argument: b.json; expected one file")],
  ["eval --json", usage("unknown option: --json; expected --help")],
  ["eval nowhere.json", failure("cannot read nowhere.json: no such file or folder")],
  ["eval .", failure("cannot read .: it is a folder")],
  ["eval", failure("no cases: the input is empty; expected a JSON array or one case a line")],

  [
    "region",
    usage(
      "missing --loss or --formula; expected for example --loss circle, or --formula 'softplus(32 * (s_n - s_p))'",
    ),
  ],
  ["region --loss", usage("option '--loss <value>' argument missing")],
  ["region --loss circle triplet", usage("unexpected argument: triplet")],
  ["region circle triplet", usage("unexpected argument: triplet")],
  ["region --loss circle --set margin", usage("invalid --set: margin; expected name=value")],
  ["region --loss circle --set =0.2", usage("invalid --set: =0.2; expected name=value")],
  ["region --loss circle --K many", usage("invalid --K: many; expected a whole number")],
  ["region --loss circle --L 1.5", usage("invalid --L: 1.5; expected a whole number")],
  ["region --loss circle --jason", usage("unknown option: --jason; did you mean --json?")],
  ["region --loss circle --K 0", failure("invalid K: 0; expected a whole number from 1 to 1000000000")],
  ["region --loss circel", failure("unknown loss: circel; did you mean circle?")],
  [
    "region --loss triplet:euclidian",
    failure("unknown variant of triplet: euclidian; did you mean euclidean?"),
  ],
  ["region --loss circle --set margin=9", failure("invalid params.margin: 9; expected -1 to 1")],
  ["region --loss circle --set margin=", failure('invalid params.margin: ""; expected -1 to 1')],
  ["region --loss circle --set margin=wide", failure('invalid params.margin: "wide"; expected -1 to 1')],
  [
    "region --loss circle --set gamma=Infinity",
    failure('invalid params.gamma: "Infinity"; expected 0.001 to 10000'),
  ],
  ["region --loss circle --set marg=0.2", failure("unknown parameter: marg; did you mean margin?")],
  [
    "region --loss triplet --set distance=cosin",
    failure('invalid params.distance: "cosin"; expected one of cosine, euclidean, squared, angular'),
  ],
  [
    "region --loss circle --sn=1:0",
    failure("invalid --sn: 1:0; expected low:high within -1:1, for example --sn=0:1"),
  ],
  [
    "region --loss circle --sp=0:2",
    failure("invalid --sp: 0:2; expected low:high within -1:1, for example --sp=0:1"),
  ],
  [
    "region --loss circle --sn=0",
    failure("invalid --sn: 0; expected low:high within -1:1, for example --sn=0:1"),
  ],

  ["export", usage("missing figure; expected a spec file, -, the name of a preset, --loss or --formula")],
  [
    "export circle-region",
    usage(`missing -o FILE; expected a name ending in .${FORMAT_IDS.join(", .")}, or -`),
  ],
  [
    "export circle-region circle-plane -o out.svg",
    usage("missing --out-dir FOLDER; expected one for several figures or formats, and to watch"),
  ],
  [
    "export circle-region -o out.gif",
    failure("no sweep; expected a parameter with two ends, for example margin=0.1:0.5"),
  ],
  [
    "export circle-region -o out.bmp",
    usage(`unknown format of out.bmp; expected a name ending in .${FORMAT_IDS.join(", .")}`),
  ],
  [
    "export circle-region -o out",
    usage(`unknown format of out; expected a name ending in .${FORMAT_IDS.join(", .")}`),
  ],
  [`${TO_FILE} --format pgn`, usage("unknown format: pgn; did you mean png?")],
  [`${TO_FILE} --format`, usage("option '--format <value>' argument missing")],
  [`${TO_FILE} --scale 0`, usage("invalid --scale: 0; expected a number above 0")],
  [`${TO_FILE} --scale big`, usage("invalid --scale: big; expected a number above 0")],
  [`${TO_FILE} --set quantity`, usage("invalid --set: quantity; expected name=value")],
  [
    "export circle-region -o out.png --scale 17",
    failure("invalid scale: 17; expected more than 0, at most 16"),
  ],
  ["export circle-regoin -o out.svg", failure("unknown preset: circle-regoin; did you mean circle-region?")],
  ["export nowhere.json -o out.svg", failure("cannot read nowhere.json: no such file or folder")],
  ["export newer.json -o out.svg", failure("invalid version: 2; expected 1")],
  ["export no-loss.json -o out.svg", failure("invalid loss: nothing; expected an object with an id")],
  ["export typo.json -o out.svg", failure("unknown key: quantty; did you mean quantity?")],
  [`${TO_FILE} --set qantity=z`, failure("unknown setting: qantity; did you mean quantity?")],
  [`${TO_FILE} --set quantity=zz`, failure(`--set: invalid quantity: "zz"; expected one of ${QUANTITIES}`)],
  [`${TO_FILE} --set margin=7`, failure("invalid loss.params.margin: 7; expected -1 to 1")],
  [`${TO_FILE} --set loss=circel`, failure("unknown loss: circel; did you mean circle?")],
  [`${TO_FILE} --set sn.range=0`, failure("invalid sn.range: 0; expected start:end, for example 0:1")],
  [`${TO_FILE} --set width=5`, failure("--set: invalid size.width: 5; expected 200 to 4000")],
  [
    "export circle-region -o nowhere/out.svg",
    failure("cannot write nowhere/out.svg: no such file or folder"),
  ],
  ["export circle-region -o folder.svg", failure("cannot write folder.svg: it is a folder")],
];

describe("a call that cannot be answered", () => {
  it.concurrent.each(CALLS)("%s", async (words, expected) => {
    const { code, out, err } = await run(words.split(" "), { cwd: folder.path });
    expect({ code, out, err }).toEqual(expected);
  });

  it.concurrent.each([
    ["eval", "[{]"],
    ["export - -o -", "{"],
    ["export open.json -o out.svg", ""],
  ])("%s with input %j: not JSON, exit code 1", async (words, input) => {
    const { code, out, err } = await run(words.split(" "), { cwd: folder.path, input });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^marginscape: (invalid figure: )?not JSON\b.*\n$/);
  });

  it.concurrent.each(["picture", "--versoin"])("%s: every command there is", async (word) => {
    const { code, out, err } = await run([word]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(
      /^marginscape: unknown command: (picture|--versoin); expected one of list, eval, [a-z, -]+\n$/,
    );
    for (const command of ["region", "export"]) expect(err).toContain(`, ${command}`);
  });

  it.concurrent("a thing that is not a figure is told so", async () => {
    for (const input of ["5", "null", "true", '"circle"']) {
      const { code, err } = await run(["export", "-", "-o", "-"], { input });
      expect(code).toBe(1);
      expect(err).toBe(
        `marginscape: invalid figure: ${input}; expected a figure: an object with version 1\n`,
      );
    }
  });
});
