import { parseUnit, type AmountUnit } from '#server/imports/values/unit.ts';

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
      ) ??
      /(?:以|按)\s*([^\s,，、;；以按]{1,12}?)\s*(?:計|计|為單位|为单位|表示)/.exec(title);
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
  return findClosingUnit(titles);
}

/** Finds a multiple of a currency at the end of a part of a title: tutarlar milyon TL, £m. */
function findClosingUnit(titles: readonly string[]): AmountUnit | undefined {
  for (const part of titles.flatMap((title) => title.split(/[;；,，、()（）|]|\s[-–—]\s/))) {
    const words = part.trim().split(/\s+/);
    for (let count = Math.min(4, words.length); count >= 1; count -= 1) {
      const unit = parseUnit(words.slice(-count).join(' '));
      if (unit !== undefined && unit.power >= 3 && (unit.currency ?? unit.shared) !== undefined)
        return unit;
    }
  }
  return undefined;
}
