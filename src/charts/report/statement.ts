import { frameWords } from '#charts/frame/text.ts';
import { formatDate, formatPercent, formatTarget, formatValue } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { Figure, LedgerRow, Overview } from '#domain/overview.ts';
import { missingTerms, term, verdictTerms } from '#domain/terms/index.ts';
import { targetsWords } from '#charts/targets/text.ts';
import { reportWords } from './text.ts';

const figureText = ({ value, unit, qualifier }: Figure, language: Language): string =>
  formatValue(value, unit, language, qualifier === undefined ? {} : { qualifier }).text;

/** Established, its investment and the pipeline, with what they were and where the figures are from. */
export function headlineSentences({ headline, compare }: Overview, language: Language): readonly string[] {
  const t = reportWords[language];
  const { established, established_investment: amount, pipeline, before } = headline;
  if (established === undefined || pipeline === undefined) return [t.noHeadline];
  const now =
    amount === undefined
      ? t.headlineNoAmount(figureText(established, language), figureText(pipeline, language))
      : t.headline(figureText(established, language), figureText(amount, language), figureText(pipeline, language));
  const then =
    compare === undefined || before.established === undefined || before.pipeline === undefined
      ? []
      : [
          t.headlineBefore(
            formatDate(before.established.date, language, 'long'),
            figureText(before.established, language),
            figureText(before.pipeline, language),
          ),
        ];
  const source =
    established.source === undefined
      ? []
      : [t.headlineSource(established.source[language], formatDate(established.date, language, 'long'))];
  return [now, ...then, ...source];
}

const targetOf = (row: LedgerRow, language: Language): string =>
  row.target === undefined ? row.wording[language] : formatTarget(row.comparator, row.target, row.unit, language);

/** One target in one sentence: value and day, plan and verdict, target, pace and forecast. What rests on invented values says so. */
export function targetSentence(row: LedgerRow, language: Language): string {
  const t = reportWords[language];
  const frame = frameWords[language];
  const name = row.name[language];
  if (row.kind === 'qualitative')
    return row.checklist === undefined
      ? t.noChecklist(name, row.wording[language])
      : t.checklist(name, row.checklist.done, row.checklist.total);
  if (row.now === undefined) return t.noValue(name, term(missingTerms, row.missing ?? 'not_reported', language), targetOf(row, language));
  const like = row.target ?? row.now.value;
  const shown = (value: string | number): string => formatValue(value, row.unit, language, { like }).text;
  const basis = targetsWords[language].basis[row.now.basis];
  const value = shown(row.now.value) + (basis === '' ? '' : frame.brackets(basis));
  const parts = [
    t.value(name, formatDate(row.now.date, language, 'long'), value),
    ...(row.plan === undefined ? [] : [t.plan(shown(row.plan.value), verdictTerms[row.verdict][language])]),
    row.completion === undefined
      ? t.targetOnly(targetOf(row, language))
      : t.target(targetOf(row, language), formatPercent(row.completion, language)),
    ...(row.required_per_month === undefined || row.current_per_month === undefined
      ? []
      : [
          t.pace(formatValue(row.required_per_month, row.unit, language).text, formatValue(row.current_per_month, row.unit, language).text),
        ]),
    ...(row.forecast.kind === 'range' ? [t.forecast(shown(row.forecast.p10), shown(row.forecast.p90), row.forecast.at.slice(0, 4))] : []),
  ];
  const sentence = parts.join(frame.separator) + t.stop;
  return row.verdict_status === 'illustrative' || row.now.data_status === 'illustrative' ? frame.example(sentence) : sentence;
}
