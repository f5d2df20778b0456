/**
 * What `writeFigure` needs of Node: the fonts that ship with Marginscape, resvg, ffmpeg where it is installed. Apart from
 * the library, which browsers load too.
 */
export { nodePlatform } from "./export/platform-node.ts";
