import { FORMATS, type Format } from "../export/formats.ts";
import { VENUES } from "../spec/venues.ts";

const formatLines = Object.entries(FORMATS as Readonly<Record<string, Format>>)
  .map(([id, { name, extension }]) => `    ${id.padEnd(6)} .${extension.padEnd(6)} ${name}\n`)
  .join("");

const venueLines = Object.entries(VENUES)
  .map(
    ([id, { name, width }]) =>
      `    ${id.padEnd(13)} ${name}, ${(width / 96).toFixed(3).replace(/\.?0+$/, "")} in\n`,
  )
  .join("");

export const EXPORT_HELP = `usage: marginscape export SPEC|PRESET | --loss ID | --formula TEXT -o FILE
       marginscape export SPEC|PRESET… --out-dir FOLDER [--format A,B,…] [--watch]

Draws a figure: SPEC is a JSON file or any file that carries a recipe, - is standard input, PRESET is a name of the list below.
With --out-dir it draws many, on all cores; one that cannot be drawn does not stop the rest, and ends in exit code 1.

  --loss ID          the usual figure of a loss
  --formula TEXT     the usual figure of a loss that you type (marginscape help formula)
  -o, --output FILE  the name says the format; - for standard output
  --format F         the format where the name does not say; with --out-dir several, parted by commas:
${formatLines}  --out-dir FOLDER   a file for every figure and format
  -j, --jobs N       processes at once; as many as there are cores unless given
  --watch            writes again whatever changes, until Ctrl+C
  -q, --quiet        says only what went wrong

  --theme T          light, dark or print
  --venue V          width, type and typeface of
${venueLines}  --figsize WxHin    width and height in in, cm, mm, pt or px; --width and --height are pixels at 96 to the inch
  --transparent      no ground
  --title TEXT       instead of the figure's own
  --scale S          pixels of a bitmap to one of the figure, 2 unless given; or --dpi N, 96 times that
  --text outlines    letters as shapes, for programs without the fonts; text unless given
  --sweep P=A:B      gif and webm: the parameter P from A to B and back; azimuth turns a surface
  --frames N         pictures one way, 48 unless given; --seconds S takes them that long, 4 unless given
  --set name=value   a parameter of the loss, or a setting: quantity=z, sn.range=-1:1, look.sequential=batlow …
`;
