const REGEX_MAY_FOLLOW =
  /(?:^|[=(,:;[{}!&|?+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|await|yield|throw|new))\s*$/;

/**
 * The text with every comment blanked and the inside of every string, template and regular expression filled with `_`;
 * length, line breaks and quotes stay, so that a place found in it is the same place in the text.
 */
export function mask(text: string): string {
  let out = "";
  // the depth of braces inside each open `${`
  const templates: number[] = [];

  const copy = (end: number) => (out += text.slice(out.length, end));
  const fill = (end: number, filler: string) => {
    out += text.slice(out.length, end).replace(/[^\r\n]/g, filler);
  };
  const endOf = (pattern: RegExp, from: number) => {
    pattern.lastIndex = from;
    return pattern.test(text) ? pattern.lastIndex : text.length;
  };
  const quoted = (pattern: RegExp) => {
    const end = endOf(pattern, out.length + 1);
    copy(out.length + 1);
    fill(end - 1, "_");
    copy(end);
  };
  const template = () => {
    const end = endOf(/(?:\\[^]|\$(?!\{)|[^\\`$])*(?:`|\$\{)/y, out.length);
    const opens = text.startsWith("${", end - 2);
    fill(end - (opens ? 2 : 1), "_");
    copy(end);
    if (opens) templates.push(0);
  };

  while (out.length < text.length) {
    const at = out.length;
    const char = text[at];
    if (text.startsWith("//", at)) fill(endOf(/[^\r\n]*/y, at), " ");
    else if (text.startsWith("/*", at)) fill(endOf(/[^]*?\*\//y, at), " ");
    else if (char === '"') quoted(/(?:\\[^]|[^\\"])*"/y);
    else if (char === "'") quoted(/(?:\\[^]|[^\\'])*'/y);
    else if (char === "/" && REGEX_MAY_FOLLOW.test(out.slice(-40))) {
      quoted(/(?:\\.|\[(?:\\.|[^\]\\\r\n])*\]|[^\\/[\r\n])*\//y);
    } else if (char === "`") {
      copy(at + 1);
      template();
    } else if (char === "{" || char === "}") {
      copy(at + 1);
      const depth = templates.pop();
      if (depth === undefined) continue;
      if (char === "{") templates.push(depth + 1);
      else if (depth > 0) templates.push(depth - 1);
      else template();
    } else copy(at + 1);
  }
  return out;
}
