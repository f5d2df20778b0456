// A Chromium for the tests: one that is there, else the one that the package @sparticuz/chromium carries.
// `node scripts/ensure-browser.mjs` prints its path.
import { execFile } from "node:child_process";
import { constants, createReadStream, createWriteStream, existsSync } from "node:fs";
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { createBrotliDecompress } from "node:zlib";
import { chromium } from "playwright";
import { root } from "./project.mjs";

// those without windows first: they have less to do
const NAMES = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
];

// No sandbox: the pages are our own, and containers run as root. The rest keeps the browser from calling home.
const ARGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // without windows Chromium fits letters to whole pixels, as no desktop of today does
  "--font-render-hinting=none",
];

const REMEDIES = `no browser found for the tests; install one of
  apt-get install chromium
  npx playwright install --with-deps chromium
or name one: CHROMIUM=/path/to/chromium npm test`;

const processEnv = () =>
  /** @type {Record<string, string>} */ (
    Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined))
  );

/** @param {string} executablePath */
const browser = (executablePath, env = processEnv()) => ({ executablePath, env, args: [...ARGS] });

/** @param {ReturnType<typeof browser>} candidate @returns {Promise<string | undefined>} why it cannot be used */
async function defect({ executablePath, env }) {
  try {
    const { stdout } = await promisify(execFile)(
      executablePath,
      ["--headless", "--no-sandbox", "--version"],
      { env, timeout: 30_000 },
    );
    return /\d+\.\d+/.test(stdout)
      ? undefined
      : `${executablePath} --version printed ${JSON.stringify(stdout)}`;
  } catch (error) {
    return String(error instanceof Error ? error.message : error).trim();
  }
}

/** @param {string} name */
async function onPath(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    const usable = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return file;
  }
  return undefined;
}

/** @param {string} from @param {import("node:stream").Writable} to */
const inflate = (from, to) =>
  pipeline(createReadStream(from), createBrotliDecompress({ chunkSize: 2 ** 21 }), to);

/** Unpacks into node_modules/.cache; the package's own executablePath() would litter /tmp. */
async function packaged() {
  const require = createRequire(import.meta.url);
  const main = require.resolve("@sparticuz/chromium");
  const home = join(dirname(main), "../..");
  /** @type {{ extract: (folder: string) => import("node:stream").Writable }} */
  const tar = createRequire(main)("tar-fs");
  const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));

  const cache = join(root, "node_modules/.cache");
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(join(folder, "done"))) {
    await mkdir(cache, { recursive: true });
    const fresh = await mkdtemp(join(cache, "chromium-unpacking-"));
    const bin = join(home, "bin");
    await Promise.all([
      inflate(join(bin, "chromium.br"), createWriteStream(join(fresh, "chromium"), { mode: 0o755 })),
      inflate(join(bin, "swiftshader.tar.br"), tar.extract(fresh)),
      inflate(join(bin, "al2023.tar.br"), tar.extract(fresh)),
      inflate(join(bin, "fonts.tar.br"), tar.extract(fresh)),
    ]);
    await writeFile(
      join(fresh, "fonts.conf"),
      fontConfig(join(folder, "fonts"), join(folder, "fonts-cache")),
    );
    await writeFile(join(fresh, "done"), "");
    await put(fresh, folder);
  }
  const env = processEnv();
  const libraries = [join(folder, "lib"), env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return browser(join(folder, "chromium"), {
    ...env,
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_FILE: join(folder, "fonts.conf"),
  });
}

/** The machine may have no font set up at all, and the package's own file names folders of its own world. */
const fontConfig = (/** @type {string} */ fonts, /** @type {string} */ cache) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <cachedir>${cache}</cachedir>
</fontconfig>
`;

/** Another process may have been quicker. @param {string} fresh @param {string} folder */
async function put(fresh, folder) {
  if (!existsSync(join(folder, "done"))) await rm(folder, { recursive: true, force: true });
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(join(folder, "done"))) throw error;
  }
}

async function find() {
  const named = process.env.CHROMIUM;
  if (named) {
    const why = await defect(browser(named));
    if (why) throw new Error(`unusable CHROMIUM: ${named}; ${why}`);
    return browser(named);
  }

  /** @type {string[]} */
  const tried = [];
  /** @param {ReturnType<typeof browser>} candidate */
  const usable = async (candidate) => {
    const why = await defect(candidate);
    if (why) tried.push(why);
    return !why;
  };

  for (const name of NAMES) {
    const file = await onPath(name);
    if (file && (await usable(browser(file)))) return browser(file);
  }

  const installed = chromium.executablePath();
  if (installed && existsSync(installed) && (await usable(browser(installed)))) return browser(installed);

  if (process.platform === "linux" && process.arch === "x64") {
    try {
      const candidate = await packaged();
      if (await usable(candidate)) return candidate;
    } catch (error) {
      tried.push(`@sparticuz/chromium: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Error([REMEDIES, ...tried.map((why) => `tried: ${why}`)].join("\n"));
}

/** @type {ReturnType<typeof find> | undefined} */
let found;

/** @type {typeof import("./ensure-browser.d.mts").ensureBrowser} */
export const ensureBrowser = () => (found ??= find());

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log((await ensureBrowser()).executablePath);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
