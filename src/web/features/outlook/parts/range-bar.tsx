import { writeTargetValue } from '#charts/outlook/sentence.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { addDecimal, compareDecimal } from '#domain/values/decimal.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { OutlookRange, TargetOutlook } from '#domain/outlook/outlook.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { ExplainableFigure, type ExplainedFigure } from '#web/ui/display/explained.tsx';
import { UnitText } from '#web/ui/display/unit-text.tsx';
import { StepBar } from './step-bar.tsx';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface BarPart {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly under: string;
}

function useParts({ row, range }: { readonly row: TargetRow; readonly range: OutlookRange }) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const write = (value: string): string => writeTargetValue(row, value, language);
  const isMissing = compareDecimal(range.missing, '0') > 0;
  const names = { signed: t('signed'), lead: t('top') } as const;
  const parts: BarPart[] = [
    {
      key: 'today',
      label: t('today'),
      value: write(range.now),
      under: t('floor'),
    },
    ...range.steps.map(({ key, adds, sum }) => ({
      key,
      label: key === 'established' ? t('step_established') : stageWord(key),
      value: `+${write(adds)}`,
      under: `${key === 'signed' || key === 'lead' ? names[key] : t('sum', { value: '' })} ${write(sum)}`,
    })),
  ];
  return isMissing
    ? [
        ...parts,
        {
          key: 'missing',
          label: t('missing'),
          value: write(range.missing),
          under: t('even_then'),
        },
      ]
    : parts;
}

/** The explanation of a step of the bar. */
function explainStep(key: string, row: TargetRow): ExplainedFigure {
  const of = `target=${targetKey(row)}`;
  if (key === 'today') return { measure: 'target_value', of };
  if (key === 'missing') return { measure: 'outlook_missing', of };
  return { measure: 'outlook_adds', of: `${of}&addition=${key}` };
}

/**
 * The largest number of projects without an amount that are named; more are a count with a link.
 */
const mostNamed = 20;

/** What the dated projects bring by the deadline, where it is not all that they add. */
function InTime({ row, range }: Required<Pick<TargetOutlook, 'row' | 'range'>>) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { in_time, on_time, late = '0' } = range;
  const isDated = in_time !== undefined && (in_time !== on_time || compareDecimal(late, '0') > 0);
  if (!isDated) return null;
  const value = writeTargetValue(row, in_time, language);
  return (
    <ExplainableFigure measure="outlook_in_time" of={`target=${targetKey(row)}`}>
      {row.kind === 'annual_flow'
        ? t('in_time_year', { value, year: row.deadline.slice(0, 4) })
        : t('in_time', { value, date: formatDate(row.deadline, language) })}
    </ExplainableFigure>
  );
}

/** The projects whose amount or date is not known: by code, or only their number where many are. */
function Named({
  row,
  kind,
  count,
  codes,
}: {
  readonly row: TargetRow;
  readonly kind: 'unknown' | 'undated';
  readonly count: number;
  readonly codes: readonly string[];
}) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  if (count === 0) return null;
  const n = formatCount(count, language);
  return (
    <ExplainableFigure
      measure={kind === 'unknown' ? 'outlook_ceiling' : 'outlook_by_date'}
      of={`target=${targetKey(row)}`}
    >
      {count > mostNamed || codes.length === 0
        ? t(`${kind}_count`, { n })
        : t(`${kind}_projects`, { n, codes: codes.join(kitLabels[language].list) })}
    </ExplainableFigure>
  );
}

/** The current value, the contributions of the register by stage, and the rest that is missing. */
export function RangeBar({ row, range }: Required<Pick<TargetOutlook, 'row' | 'range'>>) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const parts = useParts({ row, range });
  const { on_time = '0', late = '0', undated = '0', undated_projects: undatedCount } = range;
  const { already = '0' } = range;
  const write = (value: string): string => writeTargetValue(row, value, language);
  return (
    <section className={outlookStyles.part}>
      <h4>{t('bar')}</h4>
      <StepBar row={row} range={range} />
      <dl className={outlookStyles.steps}>
        {parts.map(({ key, label, value, under }) => (
          <div key={key} data-step={key}>
            <dt>{label}</dt>
            <dd className={textStyles.number}>
              <ExplainableFigure {...explainStep(key, row)}>
                <b>
                  <UnitText text={value} units={[row.unit]} />
                </b>
                <small>
                  <UnitText text={under} units={[row.unit]} />
                </small>
              </ExplainableFigure>
            </dd>
          </div>
        ))}
      </dl>
      <p className={textStyles.note}>
        <ExplainableFigure measure="outlook_by_date" of={`target=${targetKey(row)}`}>
          {t('dates', {
            on_time: write(on_time),
            late: write(late),
            undated: write(undated),
          })}
        </ExplainableFigure>{' '}
        {compareDecimal(already, '0') === 0 ? null : (
          <ExplainableFigure measure="outlook_adds" of={`target=${targetKey(row)}`}>
            {t('already', {
              planned: write(addDecimal(range.adds, already)),
              already: write(already),
            })}
          </ExplainableFigure>
        )}{' '}
        <InTime row={row} range={range} />{' '}
        <Named row={row} kind="undated" count={undatedCount} codes={range.undated_codes} />{' '}
        <Named row={row} kind="unknown" count={range.unknown} codes={range.unknown_codes} />{' '}
        {Math.max(range.unknown, undatedCount) > mostNamed ? (
          <Link to={hrefTo('/charts', { chart: 'quality' })}>{t('unknown_list')}</Link>
        ) : null}{' '}
        {t('overlap')}
      </p>
    </section>
  );
}
