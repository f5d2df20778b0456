import type { Sentences } from "./sentences.ts";

/** 公式错在何处。 */
export const FORMULA_PLACES: Sentences = {
  "invalid formula at line {1:n}, column {2:n}: {3:formula}": "公式第 {1} 行第 {2} 列有误：{3}",
  "invalid formula at column {1:n}: {2:formula}": "公式第 {1} 列有误：{2}",
};

const SIGNS = "应为数、名称或 + - * / ^ ( ) , ? : < <= > >= 之一";
const CONDITIONAL = "如 a < b ? 1 : 0";

/** 公式有何错误。 */
export const FORMULA: Sentences = {
  "nothing there; expected a formula, for example {1}": "此处为空；应为公式，例如 {1}",
  "{1:n} characters; expected at most {2:n}": "共 {1} 个字符；应不超过 {2} 个",
  "{1:tokens} of {2:n} characters; expected at most {3:n}": "{1}长 {2} 个字符；应不超过 {3} 个",
  "more than {1:n} words and signs; expected a shorter formula": "词与符号超过 {1} 个；公式应更短",
  "more than {1:n} brackets open; expected a flatter formula": "未闭合的括号超过 {1} 层；嵌套应更浅",
  "more than {1:n} operations; expected a shorter formula": "运算超过 {1} 个；公式应更短",
  "more than {1:n} operations with its definitions put in; expected fewer":
    "代入各定义后，运算超过 {1} 个；应更少",
  "operations more than {1:n} deep; expected a flatter formula, for example brackets around parts of a long sum":
    "运算嵌套超过 {1} 层；应更浅，例如用括号把长的和分成几部分",
  "more than {1:n} names; expected fewer": "名称超过 {1} 个；应更少",
  "unexpected :; expected a ? before it, as in a < b ? 1 : 0": `不应有 :；其前应有 ?，${CONDITIONAL}`,
  "unexpected ); expected a ( before it": "不应有 )；其前应有 (",
  "unexpected character U+{1} ({2}, not a Latin letter); expected numbers, names, + - * / ^ ( ) , ? : < <= > >=": `不应有字符 U+{1}（{2}，不是拉丁字母）；${SIGNS}`,
  "unexpected character U+{1}; expected numbers, names, + - * / ^ ( ) , ? : < <= > >=": `不应有字符 U+{1}；${SIGNS}`,
  "unexpected {1}; expected numbers, names, + - * / ^ ( ) , ? : < <= > >=": `不应有 {1}；${SIGNS}`,
  "number too large: {1}; expected at most {2:n}": "数过大：{1}；应不超过 {2}",
  "missing sign before {1}; expected one of + - * / ^": "{1} 之前缺少运算符；应为 + - * / ^ 之一",
  "bracket never closed; expected a ) for this (": "括号没有闭合；应有与此 ( 对应的 )",
  "{1} is no function; expected a sign before (, for example {2}": "{1} 不是函数；( 之前应有运算符，例如 {2}",
  "{1} is a function; expected ( after it": "{1} 是函数；其后应有 (",
  "{1:parser} at {2}; expected {3:expected}": "{1}（在 {2} 处）；{3}",
  "{1} with {2:n} {3:arguments}; expected {4:n} to {5:n} {6:arguments}":
    "{1} 有 {2} 个参数；应有 {4} 到 {5} 个",
  "{1} with {2:n} {3:arguments}; expected {4:n} {5:arguments}": "{1} 有 {2} 个参数；应有 {4} 个",
  "comparison used as a number; expected it before ?, as in a < b ? 1 : 0": `比较式不能当作数；应写在 ? 之前，${CONDITIONAL}`,
  "no comparison before ?; expected one of < <= > >=, once": "? 之前没有比较式；应恰有一个 < <= > >=",
  "chained comparison; expected a single one, as in a < b ? 1 : 0": `比较式连写；应只有一个，${CONDITIONAL}`,
  "not part of a formula; expected numbers, names, functions, + - * / ^ and conditionals":
    "这不属于公式；应为数、名称、函数、+ - * / ^ 或条件式",
  "number missing after {1}; expected a number": "{1} 之后缺少数；应为数",
  "number missing": "缺少数",
  "no finite number; expected a number": "不是有限数；应为数",
  "range not understood; expected in [low, high], with log after it if wanted":
    "无法理解范围；应写作 in [下限, 上限]，需要时后接 log",
  "range from {1:n} to {2:n}; expected low below high": "范围从 {1} 到 {2}；下限应小于上限",
  "logarithmic range from {1:n}; expected low above {2:n}": "对数范围从 {1} 起；下限应大于 {2}",
  "default {1:n} outside its range; expected {2:n} to {3:n}": "默认值 {1} 超出范围；应在 {2} 到 {3} 之间",
  "{1} twice; expected each name once": "{1} 出现两次；每个名称应只出现一次",
  "a second loss; expected one": "有第二个损失；应只有一个",
  "{1} before =; expected a name": "= 之前是 {1}；应为名称",
  "nothing after =; expected what {1} is": "= 之后为空；应写出 {1} 是什么",
  "{1} has a meaning already; expected another name": "{1} 已有含义；应另取名称",
  "{1} as a name; expected a letter, then letters, digits or _, {2:n} at most":
    "{1} 不能作名称；应以字母开头，其后为字母、数字或 _，至多 {2} 个",
  "name not understood; expected it in quotes, as in {1}": "无法理解名称；应写在引号里，如 {1}",
  "{1} in {2}; expected of the variables only {3}": "{2} 中出现 {1}；变量中应只用 {3}",
  "loss missing; expected a formula, or A_p = … and A_n = …": "缺少损失；应为公式，或 A_p = … 与 A_n = …",
  "{1} missing; expected both transforms": "缺少 {1}；两个变换都应写出",
  "{1} beside a plane formula; expected one of the two ways to write a loss":
    "已有平面上的公式，又有 {1}；损失的两种写法应取其一",
  "{1} beside transforms; expected one of the two ways to write a loss":
    "已有变换，又有 {1}；损失的两种写法应取其一",
  "{1} with one link; expected it with coupling = decoupled":
    "只有一个连接函数时不能有 {1}；应与 coupling = decoupled 同用",
  "{1:choice} {2}; expected one of {3}": "{1} 不能为 {2}；应为 {3} 之一",
};

/** 只取几个值之一的名称。 */
export const CHOICES: Sentences = {
  coupling: "coupling",
  aggregate_p: "aggregate_p",
  aggregate_n: "aggregate_n",
};

export const TOKENS: Sentences = {
  number: "数",
  name: "名称",
  text: "文字",
  space: "空白",
  mark: "符号",
};

export const ARGUMENTS: Sentences = { argument: "", arguments: "" };

/** 解析器停下的原因。 */
export const PARSER: Sentences = {
  "value expected": "缺少值",
  "unexpected end of expression": "公式意外结束",
  "unexpected operator {1}": "不应有运算符 {1}",
  "parenthesis ) expected": "缺少 )",
  "false part of conditional expression expected": "条件式缺少第二个值",
  "the true-expression of a conditional operator may not be empty": "条件式的第一个值为空",
  'syntax error in part "{1}"': "“{1}”处语法有误",
  'unexpected part "{1}"': "不应有“{1}”",
  'digit expected, got "{1}"': "应为数字，却是“{1}”",
  "invalid left hand side of assignment operator =": "= 的左边不能赋值",
  "too deep": "嵌套过深",
};

export const EXPECTED: Sentences = {
  "a number, a name or ( there": "该处应为数、名称或 (",
  ": and a second value, as in a < b ? 1 : 0; brackets around a ? within a ?": `应有 : 与第二个值，${CONDITIONAL}；? 之中的 ? 应加括号`,
  "a complete formula": "应为完整的公式",
};
