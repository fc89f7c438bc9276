import { writeTargetValue } from '#charts/outlook/sentence.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { compareDecimal } from '#domain/values/decimal.ts';
import { formatCount } from '#domain/values/format.ts';
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

/** The current value, the contributions of the register by stage, and the rest that is missing. */
export function RangeBar({ row, range }: Required<Pick<TargetOutlook, 'row' | 'range'>>) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const parts = useParts({ row, range });
  const { on_time = '0', late = '0', undated = '0' } = range;
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
        {range.unknown === 0 ? null : (
          <ExplainableFigure measure="outlook_ceiling" of={`target=${targetKey(row)}`}>
            {range.unknown > mostNamed
              ? t('unknown_count', { n: formatCount(range.unknown, language) })
              : t('unknown_projects', {
                  n: formatCount(range.unknown, language),
                  codes: range.unknown_codes.join(kitLabels[language].list),
                })}
          </ExplainableFigure>
        )}{' '}
        {range.unknown > mostNamed ? (
          <Link to={hrefTo('/charts', { chart: 'quality' })}>{t('unknown_list')}</Link>
        ) : null}{' '}
        {t('overlap')}
      </p>
    </section>
  );
}
