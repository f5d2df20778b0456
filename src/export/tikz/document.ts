import type { Scene, SceneNode } from "../../figures/scene.ts";
import { recipeComment } from "../recipe/tikz.ts";
import { bp } from "./drawing.ts";
import { asciiWords } from "./letters.ts";
import { Picture } from "./picture.ts";
import { SCALE, Styles } from "./styles.ts";

const WIDTH = 100;

/** Lines of a comment. */
const comment = (text: string): string =>
  (
    asciiWords(text)
      .replace(/\s+/g, " ")
      .match(new RegExp(`\\S{${WIDTH},}|.{1,${WIDTH}}(?= |$)`, "g")) ?? []
  )
    .map((line) => `% ${line.trim()}\n`)
    .join("");

/** 1 for pdfTeX, 2 for LuaTeX, 0 for what does not write PDF itself. */
const ENGINE = String.raw`\def\msengine{0}
\ifdefined\pdfextension\def\msengine{2}\else\ifdefined\pdfobj\ifnum\pdfoutput\string>0 \def\msengine{1}\fi\fi\fi
`;

/** Fields and facets as objects of the PDF, their data in hexadecimal, each drawn through a form that has it as resource. */
const OBJECTS = String.raw`\ifcase\msengine
  \PackageError{marginscape}{the colours of this figure need pdfLaTeX or LuaLaTeX}{%
    Compile with one of these, or export the figure as PDF and include that.}
  \def\msobject#1#2{}\def\mslast{}\def\msplace#1#2{\copy#2}\def\msdirect#1{}
\or
  \def\msobject#1#2{{\pdfcompresslevel=0 \immediate\pdfobj stream attr{#1}{#2}}}
  \def\mslast{\the\pdflastobj}
  \def\msplace#1#2{\immediate\pdfxform resources{#1}#2\pdfrefxform\pdflastxform}
  \def\msdirect#1{\pdfliteral{#1}}
\or
  \def\msobject#1#2{{\pdfvariable compresslevel=0 \immediate\pdfextension obj stream attr{#1}{#2}}}
  \def\mslast{\the\numexpr\pdffeedback lastobj\relax}
  \def\msplace#1#2{\immediate\saveboxresource resources{#1}#2\useboxresource\lastsavedboxresourceindex}
  \def\msdirect#1{\pdfextension literal{#1}}
\fi
\def\msdata{/Filter[/ASCIIHexDecode/FlateDecode]}
\def\msshow#1#2#3{\setbox0=\hbox to #1bp{\vrule width 0pt height #2bp\msdirect{q #3 cm /MsObject Do Q}\hss}%
  \msplace{/XObject\string<\string</MsObject \mslast\space 0 R\string>\string>}0}
\def\msmask{}%
\def\msbitmap#1#2#3#4#5#6#7{% columns, rows, last colour, width, height, palette, data
  \msobject{/Type/XObject/Subtype/Image/Width #1/Height #2/BitsPerComponent 8\msmask
    /ColorSpace[/Indexed/DeviceRGB #3\string<#6\string>]\msdata}{#7\string>}%
  \msshow{#4}{#5}{#4 0 0 #5 0 0}}
\def\msdrawing#1#2#3{% width, height, data
  \msobject{/Type/XObject/Subtype/Form/BBox[0 0 #1 #2]/Resources\string<\string<\string>\string>\msdata}{#3\string>}%
  \msshow{#1}{#2}{1 0 0 1 0 0}}
`;

/** Numbers at ticks in the typeface of the figure, with a real minus. */
const NUMBERS = String.raw`\def\msnumber#1{\pgfmathprintnumberto[fixed, precision=6, 1000 sep={}, assume math mode]{#1}\msdigits
  \expandafter\msminus\msdigits\relax}
\def\msminus#1#2\relax{\ifx-#1$-$\else#1\fi#2}
`;

/** Words that are much wider in LaTeX's letters than they were laid out: smaller, so that they meet nothing. */
const FIT = String.raw`\def\msfit#1#2{\setbox0=\hbox{\thickmuskip=3mu\medmuskip=2mu #2}\ifdim\wd0\string>#1bp\resizebox{#1bp}{!}{\box0}\else\box0\fi}
`;

/** Letters drawn by their outlines, wide, under the letters themselves. */
const HALO = String.raw`\def\mshalo#1#2{\msliteral{1 Tr 1 j 1 J #1 w}#2\msliteral{0 Tr 0 j 0 J}}
\ifcase\msengine\def\mshalo#1#2{}\or\def\msliteral#1{\pdfliteral direct{#1}}\or
  \def\msliteral#1{\pdfextension literal direct{#1}}\fi
`;

const PREAMBLE_GUARD = String.raw`\expandafter\ifx\csname @twoclasseserror\endcsname\documentclass
  \let\msend\relax
\else
  \def\msend{\end{document}}
`;

const hasSerif = (node: SceneNode): boolean =>
  node.type === "group"
    ? node.children.some(hasSerif)
    : node.type === "text" && node.runs.some(({ font }) => font === "serif" || font === "serifStrong");

/**
 * A scene as one LaTeX file: a document of its own under pdfLaTeX and LuaLaTeX, and a picture where another document
 * takes it in by \input. Axes are those of pgfplots, letters are LaTeX's, colour fields lie in the file. ASCII, and the
 * same bytes for the same scene.
 */
export function toTikz(scene: Scene, recipe: string): string {
  const styles = new Styles();
  const ground = scene.background === null ? null : styles.way({ fill: scene.background });
  const picture = new Picture(scene, styles);
  const [width, height] = [scene.width, scene.height].map((length) => bp(length * SCALE));
  const body = picture.lines.join("\n");
  const isSerif = scene.nodes.some(hasSerif);
  const plots = picture.hasAxes ? "\\usepackage{pgfplots}\n  \\pgfplotsset{compat=1.16}\n" : "";
  return [
    comment(scene.title),
    comment(scene.description),
    "%\n",
    comment(
      `Made by Marginscape ${__VERSION__}. Compile it with pdflatex or lualatex, or take it into a document that loads ` +
        `amsmath, amssymb, tikz${picture.hasAxes ? " and pgfplots" : ""}: \\input{this file}. ` +
        "Or copy what stands between the two rows of dashes. \\figurefont is the typeface; " +
        "the styles that follow it are the lines and the sizes of the letters.",
    ),
    "%\n",
    recipeComment(recipe),
    "%\n",
    PREAMBLE_GUARD,
    "  \\documentclass[border=0pt]{standalone}\n",
    "  \\usepackage{fix-cm}\n",
    "  \\usepackage{amsmath,amssymb}\n",
    "  \\usepackage{tikz}\n",
    plots === "" ? "" : `  ${plots}`,
    "  \\begin{document}\n",
    "\\fi\n",
    "% ----------------------------------------------------------------------\n",
    "\\begingroup\\endlinechar=-1\\relax\n",
    picture.hasAxes
      ? "\\ifdefined\\pgfplotsset\\else\\PackageError{marginscape}{this figure needs pgfplots}{Load it in the preamble.}\\fi\n"
      : "",
    `\\providecommand\\figurefont{${isSerif ? "\\rmfamily" : "\\sffamily"}}\n`,
    ENGINE,
    picture.hasObjects ? OBJECTS : "",
    picture.hasAxes ? NUMBERS : "",
    body.includes("\\msfit") ? FIT : "",
    body.includes("\\mshalo") ? HALO : "",
    ...styles.definitions().map((line) => `${line}\n`),
    "\\endlinechar=`\\^^M\\relax\n",
    "\\begin{tikzpicture}[x=1bp, y=1bp, line join=round]\n",
    `\\useasboundingbox (0,0) rectangle (${width},${height});\n`,
    ground === null ? "" : `\\path[${ground}] (0,0) rectangle (${width},${height});\n`,
    `${body}\n`,
    "\\end{tikzpicture}%\n",
    "\\endgroup\n",
    "% ----------------------------------------------------------------------\n",
    "\\msend\n",
  ].join("");
}
