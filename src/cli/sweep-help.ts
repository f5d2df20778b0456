import { MEASURES } from "../region/sweep/measures.ts";
import { SWEEP_DEFAULTS } from "../region/sweep/sweep.ts";

const measures = Object.entries(MEASURES)
  .map(([name, { unit, meaning }]) => `  ${name.padEnd(14)} ${meaning} [${unit}]`)
  .join("\n");

export const SWEEP_HELP = `usage: marginscape sweep --loss ID|--formula TEXT|SPEC|PRESET --vary NAME=start:end:count[:log]… --measure NAME,… -o FILE

Measures of a loss over a frame of the plane while one or two of its parameters run through a range. SPEC is a JSON
file, or - for standard input; PRESET is a name of the list below.

  --loss ID          a loss or one of its variants, or
  --formula TEXT     a loss that you type (marginscape help formula), in place of a figure; with
  --set name=value     a parameter that stays (of a figure: any setting); repeat for more
  --gradient G         attached or detached
  --K n, --L n         numbers of positives and negatives; 1 unless given
  --sn=low:high        the frame; 0:1 unless given
  --sp=low:high
  --vary NAME=start:end:count[:log]
                     a parameter, or K or L, from start to end, both included, in count values, evenly or (log) by
                     equal factors; once or twice
  --measure NAME,…   what to measure, of the list below
  -o, --output FILE  .csv (a line per choice), .json, .npz (an array to a measure) or .npy (one measure), - for
                     standard output; arrays have a row for each value of the first --vary, a column for each of the second
  --format F         csv, json, npz or npy, where the name of the file does not say
  --size N           nodes along each axis of the grid that loss and gradient are measured on; ${SWEEP_DEFAULTS.size} unless given
  --threshold X      a gradient no longer than this has vanished; ${SWEEP_DEFAULTS.threshold} unless given
  --engine E         cpu, webgpu (the optional package of this name; single precision, many choices in one submission,
                     areas as sums over the grid), or auto: webgpu where there is a real GPU; cpu unless given
  --progress         say how far it is, also where standard error is no terminal

measures, NaN where a loss has no such thing:
${measures}
`;
