import type { RegionWords } from "./language.ts";

export const REGION_CHINESE: RegionWords = {
  region: {
    neverStops: "该损失没有决策边界：拉力从不停止。",
    unreachable: "平面上没有样本对能到达目标区域。",
    noBoundary: "没有决策边界穿过平面。",
    targetShare: (share) => `目标区域占图框的 ${share}%。`,
    boundary: (pieces) => `决策边界是${pieces.join("，接着是")}。`,
    crossings: (places) => `它与图框交于 ${places.join("、")}。`,
    tangent: (place) => `差值 $s_p − s_n$ 在 $T$ = ${place} 处最小。`,
    arc: (radius, centre) => `以 ${centre} 为圆心、半径 ${radius} 的圆弧`,
    upright: (sn, above) => `直线 $s_n$ = ${sn} 在 $s_p$ = ${above} 以上的部分`,
    level: (sp, from, to) => `直线 $s_p$ = ${sp}（$s_n$ 从 ${from} 到 ${to}）`,
    line: (right) => `直线 $s_p$ = ${right}`,
    curve: (from, to) => `一段曲线（$s_n$ 从 ${from} 到 ${to}）`,
  },
  titles: {
    ambiguity: "收敛的歧义",
    counts: "正负样本数",
    gradient: "梯度",
    attached: "完整梯度",
    detached: "分离梯度",
  },
  fields: { gradient: "梯度", attached: "完整梯度", detached: "分离梯度" },
  ambiguity: {
    mayStop: (sp, sn) => `样本对可停在图框内边界上的任意处：${sp}，${sn}。`,
    spread: (symbol, low, high, width) => `${symbol} 从 ${low} 到 ${high}（宽 ${width}）`,
  },
  counts: {
    effect: (given, moves) =>
      `${given.join("、")} ${moves.length > 0 ? moves.join("，") : "在平面上不改变任何东西"}。`,
    addToSides: (positive, negative) => `使 $z$ 的正样本侧加 ${positive}、负样本侧加 ${negative}`,
    addToZ: (offset) => `给 $z$ 加上 ${offset}`,
    moveInSp: (by) => `使边界在 $s_p$ 方向移动 ${by}`,
    moveInSn: (by) => `在 $s_n$ 方向移动 ${by}`,
    multiply: (positive, negative) => `把正样本项乘以 ${positive}、负样本项乘以 ${negative}`,
    arcGone: (radius) => `正负样本各一个时半径为 ${radius} 的圆弧不复存在。`,
    radiusGoes: (from, to) => `圆弧的半径从 ${from} 变为 ${to}。`,
    noneEnough: (sn, sp) =>
      `在 $s_n$ = ${sn} 处，正负样本各一个时只需 $s_p$ = ${sp}，此时任何 $s_p$ 都不够。`,
    levelGoes: (sn, from, to) => `在 $s_n$ = ${sn} 处，边界从 $s_p$ = ${from} 变为 ${to}。`,
    areaStays: (area) => `目标区域的面积仍为 ${area}。`,
    areaGoes: (from, to) => `目标区域的面积从 ${from} 变为 ${to}。`,
  },
  gradient: {
    place: (share, where, ofTarget) => {
      const more = [...where, ...(ofTarget === null ? [] : [ofTarget])];
      return `图框的 ${share}%${more.length > 0 ? `（${more.join("，")}）` : " "}`;
    },
    between: (symbol, low, high) => `${symbol} 从 ${low} 到 ${high}`,
    allOfTarget: "含整个目标区域",
    partOfTarget: (share) => `占目标区域的 ${share}%`,
    zero: (field, on) => `${field}在${on}上恰为零。`,
    tiny: (field, on, { tolerance, largest, isUnbounded, isElsewhereZero }) =>
      `${isElsewhereZero ? "此外，它" : `${field}处处不为零，但`}在${on}上不到其` +
      `${isUnbounded ? "通常的" : ""}最大值 ${largest} 的 ${tolerance} 倍。`,
    noneOnNegatives: (on) => `负样本在${on}上没有梯度（$∂_n = 0$）。`,
    noneOnPositives: (on) => `正样本在${on}上没有梯度（$∂_p = 0$）。`,
    saturated: (on) => `连接函数的拉力在${on}上与其最大值相差不到 1%。`,
    saturatedApart: (positive, negative) =>
      `对正样本的拉力在${positive}上与连接函数的最大值相差不到 1%，对负样本的拉力则在${negative}上。`,
    pullsNegativesUp: (field, on) => `${field}在${on}上反而拉近负样本（$∂_n < 0$）。`,
    pushesPositivesDown: (field, on) => `${field}在${on}上反而推远正样本（$∂_p > 0$）。`,
    undefined: (on) => `它在${on}上没有有限值。`,
  },
  rests: {
    comeToRest: (field, places) => `沿${field}下降，样本对停在${places.join("，或")}。`,
    drawnNowhere: (field) => `沿${field}下降，平面上没有吸引样本对的位置。`,
    stay: (places) => `样本对若已在${places.join("，或")}，便留在原处，但附近的样本对并不都会到达那里。`,
    morePlaces: (count) => `另外 ${count} 处`,
    corner: (place) => `角点 ${place}`,
    point: (place) => `点 ${place}`,
    segment: (still, at, moving, from, to) =>
      `线段 ${still} = ${at}（${moving} 从 ${from} 到 ${to}）上的任意处`,
    box: (sn, sp) => `矩形（$s_n$ 从 ${sn.join(" 到 ")}，$s_p$ 从 ${sp.join(" 到 ")}）内的任意处`,
    area: (share) => `平面上没有梯度的 ${share}% 内的任意处`,
    curve: (from, to) => `${from} 与 ${to} 之间的曲线上`,
  },
};
