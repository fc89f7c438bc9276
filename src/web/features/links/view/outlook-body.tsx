import type { SharedPayload } from '#contract/links/schemas.ts';
import { scenarioSentence } from '#domain/labels/targets/scenario.ts';
import type { TargetOutlook } from '#domain/outlook/outlook.ts';
import { isFinal } from '#domain/outlook/met.ts';
import { showsEveryAmount } from '#domain/redaction/analysis/chart-refusal.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { formatDate } from '#domain/values/format.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { AnswerTable } from '#web/features/outlook/parts/answer-table.tsx';
import { writeValue } from '#web/features/outlook/parts/format.ts';
import { PacePart } from '#web/features/outlook/parts/pace-part.tsx';
import { writeSentence } from '#web/features/outlook/parts/sentence.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { ChartNotice, SharedAnalysis } from './shared-analysis.tsx';
import { SharedTitle } from './shared-title.tsx';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Floor, signed, ceiling and what is missing, as far as the link shows them. */
function Range({ row, range }: Pick<TargetOutlook, 'row' | 'range'>) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  if (range === undefined) return null;
  const values = [
    ['now', range.now],
    ['signed', range.signed],
    ['ceiling', range.ceiling],
    ['missing', range.missing],
  ] as const;
  return (
    <dl className={outlookStyles.steps}>
      {values.map(([key, value]) =>
        value === undefined ? null : (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd className={textStyles.number}>
              <b>{writeValue(row, value, language)}</b>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

function Target({ outlook }: { readonly outlook: TargetOutlook }) {
  const t = useLabels(outlookLabels);
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
      <h3 data-says="verdict target">{writeSentence(outlook, t, language)}</h3>
      <Range {...outlook} />
      {row.verdict === 'met' || isFinal(row) ? null : <PacePart row={row} />}
    </section>
  );
}

/** The shared outlook: the answer for every target, the chart, and a block for each target. */
export function OutlookBody({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(chartLinkLabels);
  const language = useLanguage();
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
      {scenario === undefined ? null : <Notice>{scenarioSentence(scenario, language)}</Notice>}
      <AnswerTable targets={targets} unlinked />
      <SharedAnalysis payload={payload} />
      {targets.map((target) => (
        <Target key={targetKey(target.row)} outlook={target} />
      ))}
      {showsEveryAmount(overview.shared) ? null : (
        <p className={textStyles.note}>{t('no_single')}</p>
      )}
    </>
  );
}
