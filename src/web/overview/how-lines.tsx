import { computedDigits, fullText, valueText } from '#charts/frame/units.ts';
import { rowUnit } from '#charts/targets/series.ts';
import { formatPercent } from '#domain/format.ts';
import type { LedgerRow } from '#domain/overview.ts';
import type { VerdictThresholds } from '#domain/zone.ts';
import { sentenceStart } from '#domain/sentence-start.ts';
import { detailText } from '#web/i18n/detail/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { StatusChip } from '#web/ui/chip.tsx';
import { sourceWithDate } from '#web/shell/source.ts';

/** The formulas behind one ledger row with its own numbers in them, its definition and its source. */
export function HowLines({ row, thresholds }: { readonly row: LedgerRow; readonly thresholds: VerdictThresholds }) {
  const t = useText(detailText);
  const language = useLanguage();
  const unit = rowUnit(row, language);
  const number = (value: string | number) => valueText(value, unit, computedDigits(Number(value), unit));
  const { now, plan, target } = row;
  const lines: (readonly [string, string])[] = [];
  if (now?.parts !== undefined) {
    const [ytd, year, before] = now.parts;
    lines.push([
      t('how_months'),
      t('how_months_are', { ytd: number(ytd), year: number(year), before: number(before), result: number(now.value) }),
    ]);
  }
  if (plan !== undefined && target !== undefined)
    lines.push([
      t('how_plan'),
      t('how_plan_is', {
        start: number(row.baseline?.value ?? '0'),
        target: number(target),
        share: formatPercent(plan.share, language, 2),
        plan: number(plan.value),
      }),
    ]);
  if (now !== undefined && plan !== undefined && row.attainment !== undefined)
    lines.push([
      t('how_attainment'),
      t('how_quotient', { a: number(now.value), b: number(plan.value), result: formatPercent(row.attainment, language, 0) }),
    ]);
  if (now !== undefined && target !== undefined && row.completion !== undefined)
    lines.push([
      t('how_completion'),
      t('how_quotient', { a: number(now.value), b: number(target), result: formatPercent(row.completion, language, 1) }),
    ]);
  if (row.required_per_month !== undefined && row.current_per_month !== undefined)
    lines.push([
      t('how_pace'),
      t('how_pace_is', {
        required: fullText(row.required_per_month, unit, unit.digits + 1),
        current: fullText(row.current_per_month, unit, unit.digits + 1),
      }),
    ]);
  if (plan !== undefined)
    lines.push([t('how_rule'), t('how_rule_is', { ahead: thresholds.ahead, on: thresholds.on, slightly: thresholds.slightly })]);
  lines.push([
    t('how_source'),
    `${sentenceStart(row.wording[language])}${t('clause')}${sourceWithDate(row.target_source, row.target_source_date, language)}`,
  ]);
  return (
    <div className="how">
      <p>
        <b>{row.name[language]}</b> {row.verdict_status === 'reported' ? null : <StatusChip status={row.verdict_status} />}
      </p>
      <p>{row.definition[language]}</p>
      <dl>
        {lines.map(([name, line]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{line}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
