import { DEVICES, EXPORTS, FILE_KINDS, FILES, FILES_NAMED, GPU } from "./files.ts";
import { FIGURES } from "./figures.ts";
import { ARGUMENTS, CHOICES, EXPECTED, FORMULA, FORMULA_PLACES, PARSER, TOKENS } from "./formula.ts";
import { JSON_FAULT, JSON_FAULTS } from "./json.ts";
import { AMONG, KINDS, LEGAL, NAMES, SIDES, THINGS, UNKNOWN, UNKNOWN_KINDS } from "./legal.ts";
import { telling } from "./sentences.ts";
import { TEX } from "./tex.ts";

const REFUSALS = { ...FORMULA_PLACES, ...UNKNOWN, ...FIGURES, ...FILES, ...EXPORTS };

const tell = telling({
  message: { ...REFUSALS, ...FILES_NAMED, ...GPU },
  refusal: REFUSALS,
  formula: { ...UNKNOWN, ...FORMULA },
  legal: LEGAL,
  kinds: KINDS,
  sides: SIDES,
  among: AMONG,
  things: THINGS,
  unknownKind: UNKNOWN_KINDS,
  names: NAMES,
  choice: CHOICES,
  tokens: TOKENS,
  arguments: ARGUMENTS,
  parser: PARSER,
  expected: EXPECTED,
  json: JSON_FAULTS,
  jsonFault: JSON_FAULT,
  fileKinds: FILE_KINDS,
  device: DEVICES,
  tex: TEX,
});

/** 把程序库的一句英文拒绝说成中文；不认识的句子照原样。 */
export const toldInChinese = (message: string): string =>
  tell("message", message) ?? tell("formula", message) ?? message;
