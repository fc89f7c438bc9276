const kinds = [
  {
    english: 'planned|expected|scheduled|estimated|anticipated|forecast|target',
    chinese: '计划|計劃|预计|預計',
    japanese: '予定|計画',
    write: { english: 'planned ', chinese: '计划', japanese: '予定日' },
  },
  {
    english: 'actual',
    chinese: '实际|實際',
    japanese: '実績',
    write: { english: 'actual ', chinese: '实际', japanese: '日' },
  },
] as const;

const patterns = kinds.map(({ english, chinese, japanese, write }) => ({
  write,
  first: new RegExp(`^(?:${english})[\\s_]+(.+)$`, 'i'),
  last: new RegExp(`^(.+?)[\\s_–-]*[([]?\\b(?:${english})[)\\]]?$`, 'i'),
  chinese: new RegExp(`^(.+?)\\((?:${chinese})\\)$`),
  japanese: new RegExp(`^(.+?)日?\\((?:${japanese})\\)$`),
}));

/** A header with and without its word for date. */
const withoutDate = (header: string): readonly string[] => [
  header,
  header.replace(/[\s_]+date$|日期$|时间$|時間$/i, ''),
];

/**
 * Writes a header that says planned or actual in the usual order of words: Start date (planned) and
 * Scheduled start date as planned start date, 投产日期(计划) as 计划投产日期, 着工日(予定) as 着工予定日.
 *
 * @returns the header with and without its word for date; nothing if it says neither
 */
export function orderDateWords(header: string): readonly string[] {
  const text = header.normalize('NFKC').trim();
  for (const { write, first, last, chinese, japanese } of patterns) {
    const english = first.exec(text)?.[1] ?? last.exec(text)?.[1];
    if (english !== undefined) return withoutDate(`${write.english}${english}`);
    const inChinese = chinese.exec(text)?.[1];
    if (inChinese !== undefined) return withoutDate(`${write.chinese}${inChinese}`);
    const inJapanese = japanese.exec(text)?.[1];
    if (inJapanese !== undefined) return [`${inJapanese}${write.japanese}`];
  }
  return [];
}
