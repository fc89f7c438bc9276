import { writeTargetValue } from '#charts/outlook/sentence.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import type { OutlookRange, TargetOutlook } from '#domain/outlook/outlook.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { addDecimal, compareDecimal } from '#domain/values/decimal.ts';
import { formatMonth, formatPercent } from '#domain/values/format.ts';
import { whatIfLabels } from '#web/features/outlook/labels/index.ts';
import { chanceText } from '#domain/labels/targets/chance.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { writeFigureQuery } from '#domain/measures/figure-name.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { ExplainableFigure, type ExplainedFigure } from '#web/ui/display/explained.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import * as styles from './what-if.module.css';

interface Band {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** Base and scenario on one scale: the range as a bar, the middle as a line. */
function Bands({
  row,
  base,
  scenario,
  isPace,
}: {
  readonly row: TargetRow;
  /** The band is that of the target's pace, instead of its projects. */
  readonly isPace: boolean;
  readonly base: Band;
  readonly scenario: Band | undefined;
}) {
  const t = useLabels(whatIfLabels);
  const language = useLanguage();
  const bands = [
    ['base', base],
    ...(scenario === undefined ? [] : [['scenario', scenario] as const]),
  ] as const;
  const top = Math.max(...bands.map(([, { p90 }]) => p90), Number.MIN_VALUE);
  const low = Math.min(0, ...bands.map(([, { p10 }]) => p10));
  const at = (value: number): number => ((value - low) / (top - low)) * 100;
  const write = (value: number): string => writeTargetValue(row, value, language);
  const words = useViewState().view.scenario;
  const figureOf = (key: 'base' | 'scenario'): ExplainedFigure => ({
    measure: isPace ? 'forecast' : 'outlook_likely',
    of: writeFigureQuery({
      target: targetKey(row),
      scenario: key === 'base' ? undefined : words,
    }),
  });
  return (
    <dl className={styles.bands}>
      {bands.map(([key, band]) => (
        <div key={key} data-band={key}>
          <dt>{t(key)}</dt>
          <dd>
            <svg viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
              <rect
                x={at(band.p10)}
                width={Math.max(0.4, at(band.p90) - at(band.p10))}
                y="1"
                height="14"
              />
              <line x1={at(band.p50)} x2={at(band.p50)} y1="0" y2="16" />
            </svg>
            <ExplainableFigure {...figureOf(key)}>
              {t('range_is', {
                middle: write(band.p50),
                low: write(band.p10),
                high: write(band.p90),
              })}
            </ExplainableFigure>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Everything on file, and what it brings by the deadline, in base and scenario. */
function Ranges({
  row,
  base,
  scenario,
}: {
  readonly row: TargetRow;
  readonly base: OutlookRange;
  readonly scenario: OutlookRange | undefined;
}) {
  const t = useLabels(whatIfLabels);
  const language = useLanguage();
  const words = useViewState().view.scenario;
  const write = (value: string): string => writeTargetValue(row, value, language);
  const writeRange = ({ ceiling, on_time = '0', late = '0', ...range }: OutlookRange): string => {
    const { in_time, undated = '0' } = range;
    const isDated = in_time !== undefined && compareDecimal(addDecimal(on_time, late), '0') > 0;
    return [
      write(ceiling),
      isDated ? t('range_in_time', { value: write(in_time) }) : '',
      compareDecimal(undated, '0') > 0 ? t('range_undated', { value: write(undated) }) : '',
    ].join('');
  };
  const ranges = [
    { key: 'base', range: base, words: undefined },
    ...(scenario === undefined ? [] : [{ key: 'scenario', range: scenario, words } as const]),
  ] as const;
  return (
    <section className={styles.result}>
      <h4>
        {row.name[language]}
        {kitLabels[language].colon}
        {t('scale_range')}
      </h4>
      <dl className={styles.bands}>
        {ranges.map(({ key, range, words: of }) => (
          <div key={key} data-band={key}>
            <dt>{t(key)}</dt>
            <dd>
              <ExplainableFigure
                measure="outlook_ceiling"
                of={writeFigureQuery({ target: targetKey(row), scenario: of })}
              >
                {writeRange(range)}
              </ExplainableFigure>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Comparison({ row, range, chance, scenario }: TargetOutlook) {
  const t = useLabels(whatIfLabels);
  const language = useLanguage();
  const joiner = language === 'en' ? ' ' : '';
  const { pace } = scenario ?? {};
  const [before, after] = [
    chance ?? (row.forecast.kind === 'range' ? row.forecast : undefined),
    scenario?.chance ?? pace,
  ];
  if (before === undefined || after === undefined) return null;
  const sentences = [
    before.p50 > 0 && after.p50 !== before.p50
      ? t('share', { share: formatPercent(after.p50 / before.p50, language) })
      : after.p50 === before.p50
        ? t('same')
        : '',
    chance === undefined || scenario?.chance === undefined
      ? ''
      : t('chance_is', {
          before: chanceText(chance.chance, language),
          after: chanceText(scenario.chance.chance, language),
        }),
    range === undefined || scenario?.range === undefined || range.ceiling === scenario.range.ceiling
      ? ''
      : t('ceiling_is', {
          before: writeTargetValue(row, range.ceiling, language),
          after: writeTargetValue(row, scenario.range.ceiling, language),
        }),
    pace === undefined
      ? ''
      : pace.reached === undefined
        ? t('not_reached')
        : t('reached', { month: formatMonth(pace.reached, language, 'long') }),
  ];
  return (
    <p data-says="outlook_likely forecast">{sentences.filter((one) => one !== '').join(joiner)}</p>
  );
}

/** The result of the scenario beside that of the base. */
export function ScenarioResult({ outlook }: { readonly outlook: TargetOutlook }) {
  const t = useLabels(whatIfLabels);
  const language = useLanguage();
  const { row, chance, range, scenario } = outlook;
  if (chance === undefined && range !== undefined)
    return <Ranges row={row} base={range} scenario={scenario?.range} />;
  const base = chance ?? (row.forecast.kind === 'range' ? row.forecast : undefined);
  if (base === undefined) return null;
  return (
    <section className={styles.result}>
      <h4>
        {row.name[language]}
        {kitLabels[language].colon}
        {t(chance === undefined ? 'scale' : 'scale_projects')}
      </h4>
      <Bands
        row={row}
        isPace={chance === undefined}
        base={base}
        scenario={scenario?.chance ?? scenario?.pace}
      />
      <Comparison {...outlook} />
    </section>
  );
}
