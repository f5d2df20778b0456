export const OPEN_HELP = `usage: marginscape open FILE|- [-o SPEC] [--link]

Gets a figure back out of a file that Marginscape saved: SVG, PNG, PDF, HTML, TeX, GIF, or a spec. Prints its recipe as
JSON: the shortest spec of the figure, for export, facts and the others, or for an editor.

  -o, --output FILE  writes the spec there; - for standard output
  --link             prints what the explorer's address has after its #, which opens the figure there
`;
