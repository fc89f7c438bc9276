import { isStandardText, recordText, toStandardCode } from '#domain/zone/standard-texts.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { colonMark, type Language, type Text } from '#domain/values/language.ts';
import { isIsoDate, isMonth } from '#domain/values/date.ts';
import { zoneFieldNames } from './audit.ts';
import { originWords } from './data-status.ts';
import { compact } from '#domain/values/compact.ts';
import { readPeriodKey } from '#domain/zone/period-key.ts';
import { nameTarget } from '#domain/zone/target-period.ts';
import { words } from '#domain/values/term.ts';

const removedTerm = words('移除示例数据', '例示データの削除', 'Example data removed');
const refoldTerm = words(
  '按新规则重新整理项目',
  '新しい規則による案件の整理',
  'Projects worked out by a newer rule',
);
const takenBack: Readonly<Record<Language, (revision: number) => string>> = {
  'zh-CN': (revision) => `撤销第${revision}次修订`,
  ja: (revision) => `改訂${revision}を元に戻す操作`,
  en: (revision) => `Revision ${revision} undone`,
};

/**
 * A month, two months with a dash, or a month with a reason, in words; undefined for any other
 * text.
 */
function monthsText(text: string, language: Language): string | undefined {
  const [, first = '', last, reason] =
    /^(\d{4}-\d\d)(?: – (\d{4}-\d\d))?(?:: (.*))?$/s.exec(text) ?? [];
  if (!isMonth(first) || (last !== undefined && !isMonth(last))) return undefined;
  const months = [first, last]
    .filter((month) => month !== undefined)
    .map((month) => formatMonth(month, language, 'long'));
  const periodText = months.join(language === 'ja' ? '～' : language === 'zh-CN' ? '至' : ' – ');
  return reason === undefined ? periodText : `${periodText}${colonMark(language)}${reason}`;
}

/** Kinds of changes whose subject is one month or several. */
const aboutMonths: ReadonlySet<string> = new Set([
  'close_month',
  'reopen_month',
  'observation',
  'draft',
  'month_note',
  'proposal',
]);

/** Kinds of changes whose subject is an indicator and its month. */
const aboutValues: ReadonlySet<string> = new Set(['observation', 'value_evidence']);

/** The subject of a declared status of a target: its indicator and period, and the reason. */
function targetText(
  text: string,
  language: Language,
  indicators: readonly NamedIndicator[],
): string | undefined {
  const [, id, key = '', why = ''] = /^(\S+) (\S+) · (.*)$/s.exec(text) ?? [];
  const indicator = indicators.find((one) => one.id === id);
  if (indicator === undefined) return undefined;
  const period = readPeriodKey(key, []);
  return `${nameTarget(compact({ period }), indicator.name, [])[language]} · ${why}`;
}

/** The subject of a decision on a target: the key of the target, and the reason of a change. */
function decisionText(
  text: string,
  language: Language,
  indicators: readonly NamedIndicator[],
): string | undefined {
  const [, key = '', why] = /^(\S+)(?: · (.*))?$/s.exec(text) ?? [];
  const indicator = indicators
    .filter(({ id }) => key === id || key.startsWith(`${id}-`))
    .toSorted((a, b) => b.id.length - a.id.length)[0];
  if (indicator === undefined) return undefined;
  const period = readPeriodKey(key.slice(indicator.id.length + 1), []);
  const name = nameTarget(compact({ period }), indicator.name, [])[language];
  return why === undefined ? name : `${name} · ${why}`;
}

interface NamedIndicator {
  readonly id: string;
  readonly name: Text;
}
interface Change {
  readonly kind: string;
  readonly reason: string;
  /** The revision that the change undoes. */
  readonly undoes?: number | undefined;
}
/**
 * The subject of a change in words: a sample, an indicator and its month, a target, or what it undid; any
 * other reason as it was written.
 */
export function changeWords(
  { kind, reason, undoes }: Change,
  language: Language,
  indicators: readonly NamedIndicator[],
): string {
  if (kind === 'sample') return originWords(reason, language) ?? removedTerm[language];
  if (kind === 'undo' && undoes !== undefined && reason === '') return takenBack[language](undoes);
  if (kind === 'refold') return refoldTerm[language];
  const standardCode = toStandardCode(reason);
  if (isStandardText(standardCode)) return recordText(standardCode)[language];
  if (kind === 'zone') return zoneFieldNames(reason, language);
  if (kind === 'exchange_rate')
    return reason.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, (day) =>
      isIsoDate(day) ? formatDate(day, language, 'short') : day,
    );
  if (aboutMonths.has(kind)) {
    const months = monthsText(reason, language);
    if (months !== undefined) return months;
  }
  if (kind === 'target_status') return targetText(reason, language, indicators) ?? reason;
  if (kind === 'decision') return decisionText(reason, language, indicators) ?? reason;
  const [, id = '', month = '', why] = /^(\S+) (\d{4}-\d\d)(?:: (.*))?$/s.exec(reason) ?? [];
  if (!aboutValues.has(kind) || !isMonth(month)) return reason;
  const value = `${indicators.find((one) => one.id === id)?.name[language] ?? id} · ${formatMonth(month, language, 'long')}`;
  return why === undefined ? value : `${value}${colonMark(language)}${why}`;
}
