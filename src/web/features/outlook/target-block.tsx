import { Link } from '#web/ui/controls/link.tsx';
import { declaredStatusSentence } from '#domain/labels/projects/declared-status.ts';
import { isFinal, needsPace } from '#domain/outlook/met.ts';
import { ownRatesFloor } from '#domain/outlook/chance/stage-rates.ts';
import type { Outlook, TargetOutlook } from '#domain/outlook/outlook.ts';
import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { isSumUnknown } from '#domain/targets/derived/unknown-sum.ts';
import { currencyLabel } from '#domain/values/currency/currency-units.ts';
import { listMark } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { ChancePart } from '#web/features/outlook/parts/chance-part.tsx';
import { FewestTable } from '#web/features/outlook/parts/fewest-table.tsx';
import { ScenarioStrip } from '#web/features/outlook/what-if/scenario-strip.tsx';
import { SensitivityPart } from '#web/features/outlook/what-if/sensitivity-part.tsx';
import { WhatIfPart } from '#web/features/outlook/what-if/what-if-part.tsx';
import { MetPart } from '#web/features/outlook/parts/met-part.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { PacePart } from '#web/features/outlook/parts/pace-part.tsx';
import { RangeBar } from '#web/features/outlook/parts/range-bar.tsx';
import type { IsoDate } from '#domain/values/date.ts';
import { writeMarkedOutlook } from '#charts/outlook/sentence.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { UnitText } from '#web/ui/display/unit-text.tsx';
import { useCopy } from '#web/ui/use-copy.ts';
import { lazy, Suspense } from 'react';
import * as outlookStyles from './outlook.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Its chart is 20 KiB of code, which zones whose projects add to each target never need. */
const TargetFigure = lazy(async () => ({
  default: (await import('./parts/target-figure.tsx')).TargetFigure,
}));

function CopySentence({ sentence }: { readonly sentence: string }) {
  const t = useLabels(outlookLabels);
  const { status, copy } = useCopy();
  return (
    <>
      <Button quiet onClick={() => copy(sentence)}>
        {t('sentence_copy')}
      </Button>
      <span role="status" className={textStyles.note}>
        {status === undefined ? '' : t(status)}
      </span>
    </>
  );
}

/** The chance of a target, or why only the chance is not computed. */
function Chance({ row, chance, range, refused }: TargetOutlook) {
  const t = useLabels(outlookLabels);
  if (chance !== undefined && range !== undefined)
    return <ChancePart row={row} chance={chance} range={range} />;
  return refused === 'default_rates' ? (
    <section className={outlookStyles.part}>
      <h4>{t('chance')}</h4>
      <p className={textStyles.note}>{t('refused_default_rates', ownRatesFloor)}</p>
    </section>
  ) : null;
}

/** Why projects add nothing to a target. */
const noRangeHint = ({ unit, kind }: TargetOutlook['row']) => {
  if (unit === 'companies') return 'companies_hint';
  return unit === 'jobs' && kind !== 'annual_flow' ? 'no_part_of_jobs' : 'no_project_figure';
};

/** Why a target has no floor, ceiling and chance. */
function Refusal({
  outlook: { row, measure, refused, currencies = [] },
}: {
  readonly outlook: TargetOutlook;
}) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  if (refused === 'default_rates') return null;
  if (refused === 'no_value' && isSumUnknown(row))
    return <p className={textStyles.note}>{sentenceStart(absentValue(row, language))}</p>;
  if (refused === 'two_currencies') {
    const words = currencies.map((currency) => currencyLabel(currency, language));
    return (
      <p className={textStyles.note}>
        {t('refused_two_currencies', { currencies: words.join(listMark(language)) })}
      </p>
    );
  }
  if (refused !== undefined) return <p className={textStyles.note}>{t(`refused_${refused}`)}</p>;
  if (measure !== undefined || row.kind === 'qualitative') return null;
  return (
    <div className={outlookStyles.grey}>
      <b>{t('companies')}</b>
      <p>{t(noRangeHint(row))}</p>
    </div>
  );
}

/** Everything that is known about whether one target will be met. */
export function TargetBlock({
  as_of,
  outlook,
  scenario,
}: {
  readonly as_of: IsoDate;
  readonly outlook: TargetOutlook;
  readonly scenario: Outlook['scenario'];
}) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const { row, range, fewest } = outlook;
  const isDone = !needsPace(row);
  const { hrefTo } = useViewState();
  const sentence = writeMarkedOutlook(outlook, language, as_of);
  return (
    <section
      id={`outlook-${targetKey(row)}`}
      className={outlookStyles.block}
      data-range={range === undefined ? undefined : ''}
    >
      <p className={outlookStyles.title}>
        <b>{row.name[language]}</b>{' '}
        {row.target === undefined ? null : (
          <ExplainableFigure measure="target" of={`target=${targetKey(row)}`}>
            <UnitText
              text={formatTarget(row.comparator, row.target, row.unit, language)}
              units={[row.unit]}
            />
          </ExplainableFigure>
        )}{' '}
        <WeakStatusChip status={row.verdict_status} /> <CopySentence sentence={sentence} />
      </p>
      {scenario === undefined ? null : <ScenarioStrip scenario={scenario} />}
      <h3 data-says="verdict target">
        <UnitText text={sentence} units={[row.unit]} />
      </h3>
      {row.declared === undefined ? null : (
        <p className={`${textStyles.note} ${outlookStyles.declared}`}>
          {declaredStatusSentence(row.declared, language)}
        </p>
      )}
      {isFinal(row) ? null : <MetPart row={row} />}
      <div className={outlookStyles.columns}>
        <div>
          {isDone || range !== undefined ? null : (
            <Suspense>
              <TargetFigure row={row} />
            </Suspense>
          )}
          {range === undefined ? null : <RangeBar row={row} range={range} />}
          {fewest === undefined ? null : <FewestTable row={row} fewest={fewest} />}
          {isDone ? null : <Refusal outlook={outlook} />}
          {row.now === undefined && row.kind !== 'qualitative' ? (
            <p>
              <Link to={hrefTo('/month')}>{t('enter_month')}</Link>
            </p>
          ) : null}
        </div>
        <div>
          {isDone ? null : <PacePart row={row} />}
          <Chance {...outlook} />
          {isDone ? null : <SensitivityPart {...outlook} />}
        </div>
      </div>
      {isDone ? null : <WhatIfPart outlook={outlook} />}
    </section>
  );
}
