import { edgesOf, lineOf, type Edge, type SourceFile } from "./imports.ts";
import { mask } from "./mask.ts";
import { ROOMS, roomOf } from "./rooms.ts";

export const MAX_LINES = 300;

/** Lines of a file; of a notebook's page those of its code, because the rest is prose. */
export const linesOf = ({ path, text }: SourceFile) =>
  path.endsWith(".html")
    ? text.split("\n").filter((line) => line.trim() !== "").length
    : text.replace(/\n$/, "").split("\n").length;

interface Ban {
  what: string;
  pattern: RegExp;
  /** The folder where it is at home. */
  except?: readonly string[];
}

const BANS: readonly Ban[] = [
  { what: "any", pattern: /(?<![.\w$])any\b(?!\s*[(=]|\s*\??:\s)/ },
  { what: "non-null !", pattern: /[\w$)\]]!(?!=)/ },
  { what: "default export", pattern: /\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/ },
  { what: "GPU device", pattern: /\bGPUDevice\b|\bnavigator\s*\??\.\s*gpu\b/, except: ["src/plane/"] },
  {
    what: "DOM",
    pattern:
      /(?<![.\w$])document\s*\??\.|\bcreateElement(?:NS)?\s*\(|\b(?:DOMParser|XMLSerializer)\b|\.innerHTML\b|\bnew\s+Image\b/,
    except: ["src/app/", "src/player/", "src/export/platform-browser.ts"],
  },
];

/** Everything in these files that the design forbids, each as one line that names the place. */
export const check = (files: readonly SourceFile[]): string[] => {
  const edges = files.flatMap(edgesOf);
  const known = new Set(files.map(({ path }) => path));
  return [
    ...files.flatMap(homeless),
    ...edges.flatMap((edge) => forbidden(edge, known)),
    ...cycles(edges, known),
    ...files.flatMap(tooLong),
    ...files.filter(({ path }) => path.startsWith("src/")).flatMap(banned),
  ];
};

function homeless({ path }: SourceFile): string[] {
  const room = roomOf(path);
  if (room !== undefined && room in ROOMS) return [];
  return [`${path}: in no room; expected src/index.ts or a folder of ${Object.keys(ROOMS).join(", ")}`];
}

function forbidden({ from, line, specifier, to, address }: Edge, known: Set<string>): string[] {
  const at = `${from}:${line}`;
  const room = roomOf(from) ?? "";
  if (specifier === "") return [`${at}: import that cannot be read; expected a literal path`];
  if (to === undefined) return [];
  if (from.startsWith("src/") && !address && !known.has(to) && !/\.\w+$/.test(to)) {
    return [`${at}: ${specifier} without its extension; expected ${specifier}.ts`];
  }
  const target = roomOf(to);
  if (target === room && room !== "index") return [];
  const { may = [] } = ROOMS[room] ?? {};
  if (target !== undefined && may.includes(target)) return [];
  const legal = may.join(", ") || "nothing";
  return [`${at}: ${room} → ${target ?? "outside"} (${to}); ${room} may import ${legal}`];
}

/** One line for each edge that closes a circle. */
function cycles(edges: readonly Edge[], known: ReadonlySet<string>): string[] {
  const out = new Map<string, string[]>();
  for (const { from, to } of edges) {
    if (to !== undefined && known.has(to)) out.set(from, [...(out.get(from) ?? []), to]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]) => {
    if (done.has(file)) return;
    const start = trail.indexOf(file);
    if (start >= 0) {
      found.push(`import cycle: ${[...trail.slice(start), file].join(" → ")}`);
      return;
    }
    for (const next of out.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of out.keys()) visit(file, []);
  return found;
}

function tooLong(file: SourceFile): string[] {
  const lines = linesOf(file);
  return lines > MAX_LINES ? [`${file.path}: ${lines} lines; expected at most ${MAX_LINES}`] : [];
}

function banned({ path, text }: SourceFile): string[] {
  const masked = mask(text);
  return BANS.filter(({ except }) => !except?.some((place) => path.startsWith(place))).flatMap(
    ({ what, pattern, except }) => {
      const hits = [...masked.matchAll(new RegExp(pattern, "g"))];
      const place = except ? `; expected only in ${except.join(", ")}` : "";
      return hits.map(({ index }) => `${path}:${lineOf(text, index)}: ${what}${place}`);
    },
  );
}
