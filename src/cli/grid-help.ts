import { CHANNEL_NAMES } from "./grid-options.ts";

export const GRID_HELP = `usage: marginscape grid SPEC|PRESET|--loss ID|--formula TEXT [OPTIONS] -o FILE

The numbers behind a figure on a dense grid, both edges included. SPEC is a JSON file, or - for standard input; PRESET
is a name of the list below.

  --loss ID          a loss or one of its variants, or
  --formula TEXT     a loss that you type (marginscape help formula), in place of a figure; with
  --set name=value     a parameter (of a figure: any setting); repeat for more
  --gradient G         attached or detached
  --K n, --L n         numbers of positives and negatives; 1 unless given
  --sn=low:high        the frame; 0:1 unless given
  --sp=low:high
  --size N           nodes along each axis, or COLUMNSxROWS, 2 to 8192; the figure's own, or 256, unless given
  --channels A,B,…   what to write; the figure's quantity unless given, of
                     ${CHANNEL_NAMES.slice(0, 8).join(", ")},
                     ${CHANNEL_NAMES.slice(8).join(", ")}
                     (value is loss, logValue is logLoss; paceRatio is its log10, as drawn)
  --precision 64|32  bits of a number in the file; 64 unless given
  --engine E         cpu, webgpu (the optional package of this name; single precision), or auto: webgpu where single
                     precision is asked for and there is a real GPU, else the CPU; auto unless given
  -o, --output FILE  .npy   one channel: an array of shape (rows, columns)
                     .npz   such an array per channel, beside s_n and s_p (the similarity of every column or row) and
                            recipe (JSON, as text)
                     .csv   a header, then a line per cell: s_n, s_p, channels
                     -      standard output, of npy or csv
  --format F         npy, npz or csv, where the name of the file does not say
  --json             a summary on standard output: engine, size, and each channel's smallest and largest number
  --progress         say how far it is, also where standard error is no terminal

Arrays are in C order; the first row is at the start of the vertical axis (imshow with origin="lower"). Columns run
along s_n unless the figure has s_p to the right. What is not finite stays what it is and is counted on standard error.
`;
