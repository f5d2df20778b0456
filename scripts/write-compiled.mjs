import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The program, called with this script's arguments, leaves for later runs what V8 compiled for this one. */
const { program } = createRequire(import.meta.url)(
  fileURLToPath(new URL("../dist/cli/marginscape.js", import.meta.url)),
);
process.on("exit", () => program.keep());
