import { findDate } from '#server/imports/values/date.ts';
import { parseUnit, type AmountUnit } from '#server/imports/values/unit.ts';
import type { IsoDate } from '#domain/values/date.ts';

/**
 * Finds the unit of money in a line above the table: 万元 in 单位：万元、亩、人.
 * @returns undefined if no line names a unit of money
 */
export function findSheetUnit(titles: readonly string[]): AmountUnit | undefined {
  for (const title of titles) {
    const m =
      /(?:单位|單位|単位|단위|หน่วย|đơn vị(?: tính)?|units?)\s*[:：]\s*([^\n]+)/i.exec(
        title.normalize('NFKC'),
      ) ??
      /(?:importes?|cifras|montos|valores|valori|importi|amounts?|figures|montants?|betr[aä]ge|angaben)\s+(?:en|in|em)\s+([^\n]{1,30})/iu.exec(
        title,
      );
    if (!m?.[1]) continue;
    // RMB mn is one unit, 万元、亩 are two, miles de euros salvo indicación begins with one
    const words = m[1].split(/\s+/);
    const parts = [
      m[1],
      ...words.map((_, i) => words.slice(0, words.length - i).join(' ')),
      ...m[1].split(/[、,，;；/)）]+/),
      ...m[1].split(/[、,，;；/\s)）]+/),
    ];
    for (const part of parts) {
      const unit = parseUnit(part.replace(/[、,，;；.]$/, ''));
      if (unit) return unit;
    }
  }
  return undefined;
}

const asOfWords =
  /截至|截止|기준|actualización|tính đến|数据日期|填报日期|基準日|時点|現在|as of|as at|updated/i;

/**
 * Finds the data date in a line above the table, first in one that calls it so, else in the file's
 * name.
 * @returns undefined if neither has a date
 */
export function findDataDate(
  titles: readonly string[],
  file: string,
): { readonly date: IsoDate; readonly from: 'title' | 'file_name' } | undefined {
  const lines = [
    ...titles.filter((t) => asOfWords.test(t)),
    ...titles.filter((t) => !asOfWords.test(t)),
  ];
  for (const title of lines) {
    const date = findDate(title);
    if (date) return { date, from: 'title' };
  }
  // 2026年招商项目进度表（截至10月31日）
  const days = /(?:截至|截止)\D{0,6}(\d{1,2}月\d{1,2}日)/.exec(titles.join('\n'));
  const years = new Set(
    [...titles, file].flatMap((title) => title.match(/(?<!\d)20\d\d(?=\s*年)/g) ?? []),
  );
  const inYear =
    days !== null && years.size === 1 ? findDate(`${[...years][0]}年${days[1]}`) : undefined;
  if (inYear) return { date: inYear, from: 'title' };
  const dayInName = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(file);
  const date = dayInName ? findDate(`${dayInName[1]}-${dayInName[2]}-${dayInName[3]}`) : undefined;
  return date ? { date, from: 'file_name' } : undefined;
}
