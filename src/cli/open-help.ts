export const OPEN_HELP = `usage: marginscape open FILE|- [-o SPEC] [--link | --json]

Gets a figure back out of a file that Marginscape saved: SVG, PNG, PDF, HTML, TeX, GIF, or a spec. Prints its recipe as
JSON: the shortest spec of the figure, for export, facts and the others, or for an editor.

  -o, --output FILE  writes the spec there; - for standard output
  --link             prints what the explorer's address has after its #, which opens the figure there
  --json             on one line: file, format, the version of Marginscape that saved it, link and figure

Examples:
  marginscape open figure.pdf -o figure.json
  marginscape export figure.pdf -o figure.svg --set margin=0.3   (every command takes such a file for a figure)
`;
