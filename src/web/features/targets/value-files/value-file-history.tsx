import { authorWords } from '#domain/labels/index.ts';
import type { ValueEvidence } from '#domain/months/value-evidence.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { valueFilesLabels } from '#web/features/targets/labels/index.ts';
import { zoneDay } from '#web/i18n/zone-time.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { FileLink } from './file-link.tsx';
import { useValueFiles } from './queries.ts';
import * as styles from './value-files.module.css';

/** Every file that was stored with a value of an indicator, withdrawn ones with their reason. */
export function ValueFileHistory({ indicator }: { readonly indicator: string }) {
  const t = useLabels(valueFilesLabels);
  const language = useLanguage();
  const files = useValueFiles({ indicator }).data?.items ?? [];
  if (files.length === 0) return null;
  const who = (author: string, at: string) =>
    `${authorWords(author, language)} · ${formatDate(zoneDay(at), language, 'long')}`;
  const state = ({ note, withdrawn }: ValueEvidence) =>
    withdrawn === undefined
      ? (note ?? '')
      : t('withdrawn', { who: who(withdrawn.by, withdrawn.at), reason: withdrawn.reason });
  return (
    <section className={styles.history}>
      <h4>{t('title')}</h4>
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
