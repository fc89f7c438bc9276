import { formatCount, formatMoney, formatValue, unitLabel } from '#domain/values/format.ts';
import type {
  DayExplanation,
  ExactValue,
  ExplainedPart,
  LeftOut,
} from '#domain/measures/explanation.ts';
import { listMark, type Language, languages, type Text } from '#domain/values/language.ts';
import { fromWire, toMajor, type WireMoney } from '#domain/values/money.ts';
import { words } from '#domain/values/term.ts';

/** Writes a text in each language. */
export const inAll = (write: (language: Language) => string): Text => {
  const all = languages.map((language) => [language, write(language)] as const);
  return Object.fromEntries(all) as Record<Language, string>;
};

/** The mark between a name and its value. */
const colon: Text = words('：', '：', ': ');

/** Writes sums of several currencies beside each other; they are never added. */
export const moneyList = (amounts: readonly WireMoney[]): Text =>
  inAll((language) =>
    amounts.map((money) => formatMoney(money, language).text).join(listMark(language)),
  );

/**
 * Sums of money as exact values in major units.
 * @throws RangeError if `minor` is no integer
 */
export const exactMoney = (amounts: readonly WireMoney[]): ExactValue[] =>
  amounts.map((money) => ({ value: toMajor(fromWire(money)), unit: money.currency }));

/** Writes a count with its unit in each language. */
export const countText = (count: number, unit = 'projects'): Text =>
  inAll((language) => formatCount(count, language, unit));

/** Writes a value in its unit in each language. */
export const valueIn = (value: string | number, unit: string): Text =>
  inAll((language) => formatValue(value, unit, language).text);

type FigureText = Pick<DayExplanation, 'text' | 'exact' | 'absent'>;

/** States a value in its unit, or the reason why there is none. */
export const stateValue = (value: string | undefined, unit: string, absent: Text): FigureText =>
  value === undefined ? { absent } : { text: valueIn(value, unit), exact: [{ value, unit }] };

/** States a number of projects, or of other things, or the reason why it is not known. */
export const stateCount = (
  count: number | undefined,
  absent: Text,
  unit = 'projects',
): FigureText =>
  count === undefined
    ? { absent }
    : { text: countText(count, unit), exact: [{ value: String(count), unit }] };

/** Writes a sum with the name of each of its parts: `Signed 3 + Lead 6 = 9`. */
export const sumText = (
  parts: readonly { readonly name: Text; readonly text: Text }[],
  result: Text,
): Text =>
  inAll(
    (language) =>
      `${parts.map(({ name, text }) => `${name[language]}${colon[language]}${text[language]}`).join(' + ')} = ${result[language]}`,
  );

/** Counts the rows that are left out; empty without any. */
export const leftOut = (reason: Text, count: number | undefined): LeftOut[] =>
  count === undefined || count === 0 ? [] : [{ reason, count }];

export const reasons = {
  not_active: words('暂缓或已结束', '保留または終了', 'On hold or ended'),
  no_amount: words('没有金额', '金額なし', 'Without an amount'),
  no_day: words('进入日期未知', '段階の開始日が不明', 'Day of entry not known'),
  undated: words(
    '该日可能已在台账中，但日期未知',
    'その日に台帳にあった可能性があるが、日付が不明',
    'May have been in the register on the day; not dated',
  ),
  not_judged: words(
    '数据不足，无法判断',
    'データが足りず判断できない',
    'Too little is known to judge',
  ),
  unknown: words('没有可加的数', '足せる値がない', 'Without a number to add'),
  not_reported: words('未报送的月份', '未報告の月', 'Months not reported'),
} as const;

/** The text for a value that a link does not show. */
export const withheldTerm = words('本链接不显示', 'このリンクでは非表示', 'Not shown in this link');
/** The units whose sums a link does not show, as a part of their explanation. */
export const withheldUnits = (units: readonly string[] | undefined): ExplainedPart[] =>
  units === undefined || units.length === 0
    ? []
    : [
        {
          name: withheldTerm,
          text: inAll((language) =>
            units.map((unit) => unitLabel(unit, language)).join(listMark(language)),
          ),
        },
      ];

/** Why a figure has no value. */
export const absences = {
  withheld: withheldTerm,
  unknown: words('该日尚无记录', 'この日の記録はない', 'Nothing is recorded for this day'),
  no_value: words('尚未报送', '未報告', 'Not reported'),
  no_amount: words('没有金额', '金額なし', 'No amount'),
  no_number: words('没有数值', '値なし', 'No value'),
  few_results: words(
    '结果不足8次，不评分',
    '結果が8回未満のため評価しない',
    'No score under eight results',
  ),
  no_original: words('没有原定日期', '当初予定日なし', 'No original date'),
  too_few_parts: words(
    '少于三个，不给出',
    '3つ未満のため示さない',
    'Fewer than three, so not given',
  ),
  too_few: words('不足5个，不给出', '5件未満のため示さない', 'Fewer than five, so not given'),
  not_comparable: words(
    '数值所含时段与目标不同，或没有基期值',
    '値の対象期間が目標と異なる、または基準値がない',
    'The value covers another time than the target, or there is no baseline',
  ),
  no_pace: words(
    '数据太少，或期限已过',
    '値が少ない、または期限後',
    'Too few values, or the deadline has passed',
  ),
  none_needed: words(
    '目标已达到，无须再增',
    '目標は達成済みで、必要なペースはない',
    'The target is met: no pace is needed',
  ),
  no_growth: words(
    '没有增长，按现有进度不能达到',
    '増加がなく、今のペースでは届かない',
    'No growth: not at this pace',
  ),
  no_outlook: words(
    '项目不为该目标增加数值，或台账数据不足',
    '案件がこの目標に加える値がない、またはデータが足りない',
    'Projects add nothing to this target, or too little is known',
  ),
  each_stage: words('按各阶段分别给出', '段階ごとに示す', 'Given for each stage'),
  not_known_at_start: words(
    '期初的项目情况不详',
    '期初の案件は不明',
    'Projects are not known at the start of the period',
  ),
  not_compared: words('没有可对比的日期', '比較する日がない', 'There is no day to compare with'),
} as const;
