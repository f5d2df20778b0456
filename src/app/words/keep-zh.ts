import { isFullStorage, type KeepWords, reasonOf } from "./keep-en.ts";

/** 关于所存图的中文文字。 */
export const KEEP_ZH: KeepWords = {
  title: "我的图",
  name: "名称",
  save: "保存当前图",
  close: "关闭",
  exportAll: "全部导出",
  importFile: "导入……",
  undo: "撤销",
  hint: "只保存在本浏览器里。“全部导出”把它们写成一个文件；把文件拖到页面上，它们就回来了，在别的电脑上也一样。",
  empty: "还没有保存的图。请保存当前图，或把图集文件拖到这里。",
  latest: "最近在页面上的图",
  latestHint: "工作时自动保存。",
  restore: "恢复",
  restoreLast: "恢复上一张图",
  actions: { open: "打开", rename: "重命名", duplicate: "复制", replace: "覆盖保存", delete: "删除" },
  of: (action, name) => `${action} ${name}`,
  confirm: "确定",
  newName: (name) => `${name} 的新名称`,
  needsName: "图需要一个名称。",
  unnamed: "未命名",
  saved: (name) => `已保存“${name}”。`,
  renamed: (name) => `已改名为“${name}”。`,
  duplicated: (name) => `已保存“${name}”。`,
  replaced: (name) => `“${name}”现在是页面上的图。`,
  deleted: (name) => `已删除“${name}”。`,
  back: (name) => `“${name}”已恢复。`,
  copyOf: (name) => `${name}（副本）`,
  exported: (count) => `${count} 张图已写入一个文件。`,
  nothingToExport: "还没有可导出的图。",
  imported: (added, known) => `已加入 ${added} 张图${known > 0 ? `，另有 ${known} 张原已存在` : ""}。`,
  importedFrom: (file, said) => `${file}：${said}`,
  passedOver: (count, why) => `有 ${count} 项不是图，已跳过：${why}。`,
  expectedCollection: (file) => `${file} 不是图集，应为“全部导出”生成的文件`,
  notImported: (why) => `无法导入此文件：${why}。`,
  unreadable: (why) => `此版本无法读取：${why}。`,
  onlyHere: "仅在本页中",
  changedElsewhere: (name, now) =>
    name === now ? `“${name}”已在另一个标签页中被修改` : `“${name}”已在另一个标签页中改名为“${now}”`,
  deletedElsewhere: (name) => `“${name}”已在另一个标签页中被删除`,
  nothingDone: (why) => `${why}；这里什么也没做。`,
  savedBeside: (why, name) => `${why}；您的图已另存为“${name}”。`,
  problem: (error) =>
    isFullStorage(error)
      ? "浏览器的存储空间已满：放不下的图会随本页关闭而丢失。请“全部导出”，或删除一些图腾出空间。"
      : `浏览器不为本页保存任何内容（${reasonOf(error)}）：图会随本页关闭而丢失。“全部导出”可把它们存成文件。`,
};
