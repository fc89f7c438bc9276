import { authorWords } from '#domain/labels/index.ts';
import type { ValueEvidence } from '#contract/targets/value-evidence-schemas.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { valueFilesLabels } from '#web/features/targets/labels/index.ts';
import { fillText } from '#domain/values/language.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { useZone } from '#web/data/queries.ts';
import { zoneDay } from '#web/i18n/zone-time.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { ReadFailure } from '#web/loading/query-view.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { FileLink } from './file-link.tsx';
import { useValueFiles } from './queries.ts';
import * as styles from './value-files.module.css';

/** Every file that was stored with a value or an item of an indicator, withdrawn ones with their reason. */
export function ValueFileHistory({ indicator }: { readonly indicator: string }) {
  const t = useLabels(valueFilesLabels);
  const language = useLanguage();
  const query = useValueFiles({ indicator });
  const files = query.data?.items ?? [];
  const targets = useZone().data?.targets ?? [];
  if (files.length === 0 && query.failureReason === null) return null;
  const who = (author: string, at: string) =>
    `${authorWords(author, language)} · ${formatDate(zoneDay(at), language, 'long')}`;
  const itemName = ({ target, item }: ValueEvidence) => {
    const items = targets.find((one) => targetKey(one) === target)?.items;
    return fillText(items?.find(({ id }) => id === item)?.name ?? {})[language];
  };
  const state = (one: ValueEvidence) =>
    [
      itemName(one),
      one.withdrawn === undefined
        ? one.note
        : t('withdrawn', {
            who: who(one.withdrawn.by, one.withdrawn.at),
            reason: one.withdrawn.reason,
          }),
    ]
      .filter((part) => part)
      .join(' · ');
  return (
    <section className={styles.history}>
      <h4>{t('title')}</h4>
      <ReadFailure query={query} />
      <DataTable
        caption={t('title')}
        rows={files}
        rowKey={({ id }) => id}
        stacks="labelled"
        columns={[
          {
            id: 'month',
            label: t('month'),
            head: true,
            cell: ({ period }) => formatMonth(period, language, 'long'),
          },
          { id: 'file', label: t('file'), cell: (evidence) => <FileLink evidence={evidence} /> },
          { id: 'by', label: t('added'), cell: (one) => who(one.added_by, one.added_at) },
          { id: 'state', label: t('remark'), cell: state },
        ]}
      />
    </section>
  );
}
