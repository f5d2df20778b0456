// npm start [-- --port N --host H]: builds the explorer when it is missing or old, and serves it.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createBuilder, preview } from "vite";
import { root } from "./project.mjs";

const SOURCES = ["src", "notebooks", "index.html", "catalogue.html", "package.json", "vite.config.ts"];
const USAGE = "expected npm start [-- --port N --host ADDRESS]";

/** @param {string} message @returns {never} */
function refuse(message) {
  console.error(message);
  process.exit(2);
}

function options() {
  try {
    const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
    const port = values.port ?? process.env.PORT ?? "4173";
    if (!/^\d+$/.test(port) || Number(port) > 65535) refuse(`invalid port: ${port}; expected 0 to 65535`);
    return { port: Number(port), host: values.host ?? "127.0.0.1" };
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}; ${USAGE}`);
  }
}

/** @param {string} path @returns {number} */
function newest(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function reasonToBuild() {
  const built = resolve(root, "dist/explorer/index.html");
  if (!existsSync(built)) return "dist/explorer is missing";
  const since = statSync(built).mtimeMs;
  const changed = SOURCES.find((name) => newest(resolve(root, name)) > since);
  return changed && `${changed} is newer than dist/explorer`;
}

const { port, host } = options();
const reason = reasonToBuild();
if (reason) {
  console.log(`${reason}: building it`);
  const builder = await createBuilder({ root, logLevel: "warn" });
  await builder.build(builder.environments.client);
}

const server = await preview({ root, preview: { port, host, open: false }, logLevel: "warn" });
const address = server.httpServer.address();
const shown = host.includes(":") ? `[${host}]` : host;
console.log(`Marginscape: http://${shown}:${address && typeof address === "object" ? address.port : port}/`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  // vite's own would end with 143
  process.removeAllListeners(signal);
  process.once(signal, async () => {
    await server.close();
    process.exit(0);
  });
}
