import type { SharedPayload } from '#contract/links/schemas.ts';
import { scenarioSentence } from '#domain/labels/targets/scenario.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { isFinal } from '#domain/outlook/met.ts';
import { showsEveryAmount } from '#domain/redaction/analysis/chart-refusal.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { formatDate } from '#domain/values/format.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { AnswerTable } from '#web/features/outlook/parts/answer-table.tsx';
import { PacePart } from '#web/features/outlook/parts/pace-part.tsx';
import { writeMarkedOutlook } from '#charts/outlook/sentence.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { ChartNotice, SharedAnalysis } from './shared-analysis.tsx';
import { SharedTitle } from './shared-title.tsx';
import * as readerStyles from '#web/features/links/reader.module.css';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The outlook of a target, in words and by its pace. */
export function TargetOfLink({
  as_of,
  outlook,
}: {
  readonly as_of: IsoDate;
  readonly outlook: TargetOutlook;
}) {
  const language = useLanguage();
  const { row } = outlook;
  return (
    <section className={outlookStyles.block}>
      <p className={outlookStyles.title}>
        <b>{row.name[language]}</b>{' '}
        {row.target === undefined
          ? null
          : formatTarget(row.comparator, row.target, row.unit, language)}{' '}
        <WeakStatusChip status={row.verdict_status} />
      </p>
      <h3 data-says="verdict target">{writeMarkedOutlook(outlook, language, as_of)}</h3>
      {row.verdict === 'met' || isFinal(row) ? null : <PacePart row={row} />}
    </section>
  );
}

/** The shared outlook: the answer for every target, the chart, and a block for each target. */
export function OutlookBody({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(chartLinkLabels);
  const language = useLanguage();
  const o = useLabels(outlookLabels);
  const { overview, analysis } = payload;
  const date = formatDate(overview.as_of, language, 'long');
  const heading = t('on', { name: t('outlook'), date });
  const outlook = analysis?.outlook;
  if (outlook === undefined)
    return (
      <>
        <SharedTitle payload={payload} heading={heading} />
        <ChartNotice payload={payload} />
      </>
    );
  const { scenario, targets } = outlook;
  return (
    <>
      <SharedTitle payload={payload} heading={heading} />
      {scenario === undefined ? null : (
        <div className={readerStyles.scenario}>
          <Notice>{scenarioSentence(scenario, language)}</Notice>
        </div>
      )}
      <h2 className={textStyles.visuallyHidden}>{o('table')}</h2>
      <AnswerTable targets={targets} unlinked />
      <SharedAnalysis payload={payload} />
      <div className={readerStyles.blocks}>
        {targets.map((target) => (
          <TargetOfLink key={targetKey(target.row)} as_of={outlook.as_of} outlook={target} />
        ))}
      </div>
      {showsEveryAmount(overview.shared) ? null : (
        <p className={textStyles.note}>{t('no_single')}</p>
      )}
    </>
  );
}
