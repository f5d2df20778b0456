// node scripts/run-ts.mjs test/golden/write-pytorch-snippets.ts snippets.json
// Writes the PyTorch text of every plane case that one s_p and one s_n can stand for; pytorch-snippets.py runs them.
import { writeFileSync } from "node:fs";
import { pytorchSnippets } from "./pytorch-snippets.ts";

const [path = "pytorch-snippets.json"] = process.argv.slice(2);
const { snippets, left } = pytorchSnippets();
writeFileSync(path, `${JSON.stringify({ snippets, left })}\n`);
console.log(`${snippets.length} cases written to ${path}, ${left.length} left out`);
