/** Words for percent in the languages of registers, in small letters. */
const percentWords =
  /^(?:%|٪|percent|per cent|pct|百分比|パーセント|percentage|prozent|pour ?cent|por ?cent(?:o|aje)|per ?cento|процент(?:ы|ов)?|відсоток|відсотки|yüzde|phần trăm|퍼센트|procent|procenta?)$/;

/**
 * The unit of a value as Headway names it: each word for percent is one unit, whose values are
 * written with its sign and compared in points.
 * @returns other units as they are
 */
export const readUnitName = (unit: string): string =>
  percentWords.test(unit.normalize('NFKC').trim().toLowerCase()) ? 'percent' : unit;
