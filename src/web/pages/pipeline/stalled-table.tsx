import type { ReactNode } from 'react';
import { formatCount, formatDate } from '#domain/format.ts';
import type { Pipeline, Stalled } from '#domain/pipeline.ts';
import { stages } from '#domain/stage.ts';
import { stalledAfterDays } from '#domain/stage-days.ts';
import { pipelineText } from '#web/i18n/pipeline/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useStageWord } from '#web/shell/stage-words.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';

/** Active projects without an event for longer than their stage allows, and the rule that says so. */
export function StalledTable({
  pipeline,
  link,
}: {
  readonly pipeline: Pipeline;
  readonly link: (code: string, name: string) => ReactNode;
}) {
  const t = useText(pipelineText);
  const stageWord = useStageWord();
  const language = useLanguage();
  const { items, total, not_judged } = pipeline.stalled;
  const count = (n: number): string => formatCount(n, language);
  const rule = stages.flatMap((stage) => {
    const days = stalledAfterDays[stage];
    return days === undefined ? [] : [t('rule_item', { days: count(days), stage: stageWord(stage) })];
  });
  const columns: readonly Column<Stalled>[] = [
    { id: 'project', label: t('project'), head: true, cell: (row) => link(row.code, row.name) },
    { id: 'stage', label: t('stage'), cell: (row) => <span className="nw">{stageWord(row.stage)}</span> },
    {
      id: 'since',
      label: t('last_event'),
      cell: (row) => <span className="num nw">{formatDate(row.since, language, language === 'en' ? 'short' : 'long')}</span>,
    },
    { id: 'days', label: t('days'), right: true, cell: (row) => <b>{count(row.days)}</b> },
    { id: 'limit', label: t('limit'), right: true, dim: true, cell: (row) => count(row.limit) },
  ];
  return (
    <section className="sec">
      <h3>
        {t('stalled')} <i>{count(total)}</i>
      </h3>
      {items.length === 0 ? (
        <p className="quiet">{t('not_stalled')}</p>
      ) : (
        <DataTable caption={t('stalled')} columns={columns} rows={items} rowKey={(row) => row.code} stacks="labelled" />
      )}
      {total > items.length ? <p className="lnote">{t('shown', { shown: count(items.length), all: count(total) })}</p> : null}
      <p className="lnote">{t('rule', { list: rule.join(t('rule_comma')) })}</p>
      {not_judged > 0 ? <p className="lnote">{t('not_judged', { n: count(not_judged), one: not_judged === 1 })}</p> : null}
    </section>
  );
}
