import { LIMITS } from "../../formula/language.ts";
import { type EditorWords, LISTS } from "./editor-en.ts";

/** 示例的标题，以示例的 id 为键。 */
export const EXAMPLE_TITLES: Readonly<Record<string, string>> = {
  circle: "Circle loss：用 detach 把权重视为常数",
  "am-softmax": "AM-Softmax：两个变换与一个连接函数",
  hinges: "两个合页，互不耦合",
  "info-nce": "InfoNCE：两个 logit 的 log-sum-exp",
  conditional: "随难易而变的间隔",
  logistic: "log(1 + exp(z))，不会溢出",
  angular: "角度上的间隔",
};

/** 公式编辑器对其语言的中文说明。 */
export const EDITOR_ZH: EditorWords = {
  help: "如何书写一个损失",
  entries: [
    [
      "平面上的一个公式",
      `不带名称的一行，或 \`loss = …\`，可用 ${LISTS.plane}。\`z = …\` 指明间隔项：边界就是它为 0 之处。`,
    ],
    [
      "或者两个变换与一个连接函数",
      `\`A_p = …\` 与 \`A_n = …\`，可用 ${LISTS.transform}；\`link = softplus(z)\`。集合、批次、K 与 L 便随之而来。` +
        `\`coupling = decoupled\` 使两侧各有自己的连接函数（${LISTS.sides}）。`,
    ],
    [
      "参数成为滑块",
      '`gamma = 64 in [1, 1024] log "scale"`：默认值、范围、对数刻度与名称。其他的 `word = formula` 是定义，' +
        '`name = "…"` 是标题，# 之后是注释。',
    ],
    ["函数", `${LISTS.functions}；\`a < b ? x : y\` 按条件选择。`],
    ["符号", `${LISTS.signs}；乘积必须写出 *。常数 ${LISTS.constants}。`],
    [
      "折点处",
      "relu、step、abs 与 sign 在折点处、floor 在各处，斜率均为 0；参数相等时，max 与 min 取第一个；" +
        "clamp 仅在两端之间（不含端点）斜率为 1；条件式的斜率是所取分支的斜率。",
    ],
    ["detach", "`detach(x)` 就是 x，但求梯度时视为常数，同 PyTorch 的 .detach()。"],
    ["长度", `至多 ${LIMITS.characters} 个字符。`],
  ],
  exampleTitle: ({ id, title }) => EXAMPLE_TITLES[id] ?? title,
};
