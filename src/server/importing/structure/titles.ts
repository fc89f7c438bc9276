import { dateInText } from '#server/importing/cells/date.ts';
import { parseUnit, type AmountUnit } from '#server/importing/cells/unit.ts';
import type { IsoDate } from '#domain/project.ts';

/** The unit of money that a line above the table names: 单位：万元、亩、人 → 万元. */
export function sheetUnit(titles: readonly string[]): AmountUnit | undefined {
  for (const title of titles) {
    const m =
      /(?:单位|単位|단위|หน่วย|đơn vị(?: tính)?|units?)\s*[:：]\s*([^\n]+)/i.exec(title.normalize('NFKC')) ??
      /(?:importes?|cifras|montos|valores|amounts|figures)\s+(?:en|in)\s+((?:miles|millones|thousands?|millions?)\s+(?:(?:de|of)\s+)?[\p{L}$€£]+)/iu.exec(
        title,
      );
    if (!m?.[1]) continue;
    // RMB mn is one unit, 万元、亩 are two
    const parts = [m[1], ...m[1].split(/[、,，;；/)）]+/), ...m[1].split(/[、,，;；/\s)）]+/)];
    for (const part of parts) {
      const unit = parseUnit(part);
      if (unit) return unit;
    }
  }
  return undefined;
}

const asOfWords = /截至|截止|기준|actualización|tính đến|数据日期|填报日期|基準日|時点|現在|as of|as at|updated/i;

/** The day of the data: from a line above the table, a line that says so first; else from the file's name. */
export function asOfDate(
  titles: readonly string[],
  file: string,
): { readonly date: IsoDate; readonly from: 'title' | 'file_name' } | undefined {
  const lines = [...titles.filter((t) => asOfWords.test(t)), ...titles.filter((t) => !asOfWords.test(t))];
  for (const title of lines) {
    const date = dateInText(title);
    if (date) return { date, from: 'title' };
  }
  const named = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(file);
  const date = named ? dateInText(`${named[1]}-${named[2]}-${named[3]}`) : undefined;
  return date ? { date, from: 'file_name' } : undefined;
}
