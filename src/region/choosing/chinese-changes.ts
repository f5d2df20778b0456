import { inWords } from "../number-words.ts";
import type { ChangeNumbers, ChangeSide } from "./change.ts";
import type { EqualSlope } from "./equal-slope.ts";
import type { AnswerWords } from "./language.ts";
import { type EdgeMove, edgeMoves, moveOf, slopeRatio } from "./wording.ts";

/** How sharp another loss must be, in Chinese. */
export function equalSlopeInChinese(found: EqualSlope): AnswerWords {
  const { ours, other, symbol, present, value, slope, otherSlope, at } = found;
  const place =
    at === "boundary"
      ? "在各自的边界上、两个角点的正中"
      : `在 $(s_n, s_p)$ = (${inWords(at.sn)}, ${inWords(at.sp)}) 处`;
  const compared = `${place}，${ours} 的梯度长度为 ${inWords(slope)}，${other} 的为 ${inWords(otherSlope)}。`;
  const answer =
    symbol === null
      ? `${other} 没有能使它更陡的参数。`
      : value === null
        ? `${other} 的 $${symbol}$ 无论取哪个合法值，二者在那里都不相等。`
        : `${other} 取 $${symbol}$ = ${inWords(value)}（而非 ${inWords(present ?? NaN)}）时，二者相等。`;
  return { title: `与 ${ours} 一样陡`, sentences: [compared, answer] };
}

const VERBS = { up: "增大到", down: "减小到", other: "改为" } as const;
const EDGES = { left: "左边缘", upper: "上边缘" } as const;

/** What a change of one parameter does, in three sentences. */
export function changeInChinese(numbers: ChangeNumbers): AnswerWords {
  const { from, to, point, threshold } = numbers;
  const { name, way } = moveOf(numbers);
  const ratio = slopeRatio(numbers);
  const times = ratio === null ? "" : `，是原来的 ${inWords(ratio)} 倍`;
  const [before, after] = [from, to].map(({ active }) => inWords(100 * active));
  return {
    title: `${name} 从 ${from.value} 到 ${to.value}`,
    sentences: [
      `把 ${name} 从 ${from.value} ${VERBS[way]} ${to.value}，${targetInWords(from, to)}。`,
      `在 $(s_n, s_p)$ = (${inWords(point.sn)}, ${inWords(point.sp)}) 处，梯度的长度` +
        (inWords(from.slope) === inWords(to.slope)
          ? `仍为 ${inWords(to.slope)}。`
          : `从 ${inWords(from.slope)} 变为 ${inWords(to.slope)}${times}。`),
      `它在图框的 ${after}% 上超过其最大值的 ${threshold} 倍，` +
        (before === after ? "与之前相同。" : `之前为 ${before}%。`),
    ],
  };
}

function targetInWords(from: ChangeSide, to: ChangeSide): string {
  if (from.target === null || to.target === null) return "没有边界移动：该损失没有决策边界";
  const [before, after] = [from.target, to.target].map((share) => inWords(100 * share));
  if (before === after) return `目标区域仍占图框的 ${after}%${edgesInWords(from, to)}`;
  const way = to.target > from.target ? "扩大" : "缩小";
  return `目标区域从图框的 ${before}% ${way}到 ${after}%${edgesInWords(from, to)}`;
}

function edgesInWords(from: ChangeSide, to: ChangeSide): string {
  const moves = edgeMoves(from, to).map(moveInWords);
  return moves.length > 0 ? `：边界${moves.join("，")}` : "";
}

function moveInWords({ edge, symbol, from, to }: EdgeMove): string {
  if (from === null) return `移到${EDGES[edge]}的 ${symbol} = ${inWords(to ?? NaN)}，此前与该边缘不相交`;
  if (to === null) return `离开${EDGES[edge]}，此前在 ${symbol} = ${inWords(from)}`;
  return `在${EDGES[edge]}从 ${symbol} = ${inWords(from)} 移到 ${inWords(to)}`;
}
