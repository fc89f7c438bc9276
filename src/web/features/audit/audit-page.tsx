import { useState } from 'react';
import { type AuditFilter, auditFilters } from '#contract/audit/constants.ts';
import type { AuditEvent } from '#contract/audit/schemas.ts';
import { authorWords } from '#domain/labels/general/author.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { useAudit } from './queries.ts';
import { auditLabels } from '#web/features/audit/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { SelectField } from '#web/ui/controls/field.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';
import { AuditSentence } from './audit-sentence.tsx';
import * as textStyles from '#web/ui/text.module.css';

const findGroup = (filter: AuditFilter): 'changes' | 'data' | 'links' | 'access' =>
  filter === 'register_changed' || filter === 'targets_changed'
    ? 'changes'
    : filter === 'data_exported'
      ? 'data'
      : filter.startsWith('link_')
        ? 'links'
        : 'access';
const groups = ['access', 'changes', 'data', 'links'] as const;
type Group = (typeof groups)[number];
const listFilters = (group: Group | ''): string | undefined =>
  group === '' ? undefined : auditFilters.filter((filter) => findGroup(filter) === group).join(',');

/**
 * The audit log for managers and admins: sign-ins, people, changes of data and settings, exports
 * and links.
 */
export function AuditPage() {
  const t = useLabels(auditLabels);
  const moment = useMoment();
  const [group, setGroup] = useState<Group | ''>('');
  const audit = useAudit(listFilters(group));
  const language = useLanguage();
  const who = ({ actor }: AuditEvent): string =>
    actor === 'key' ? t('key') : actor === '?' ? t('nobody') : authorWords(actor, language);
  return (
    <div className={accountsStyles.page}>
      <section>
        <p className={fieldRowStyles.text}>{t('audit_text')}</p>
        <div className={fieldRowStyles.row}>
          <SelectField
            label={t('show')}
            value={group}
            onChange={(event) => setGroup(event.target.value as Group | '')}
          >
            <option value="">{t('all')}</option>
            {groups.map((one) => (
              <option key={one} value={one}>
                {t(`group_${one}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <QueryView query={audit} lines={6}>
          {({ pages }) => {
            const events = pages.flatMap((page) => page.items);
            if (events.length === 0) return <p>{t('nothing')}</p>;
            return (
              <>
                <DataTable
                  stacks
                  caption={t('audit')}
                  rows={events}
                  rowKey={(row) => row.id}
                  columns={[
                    {
                      id: 'when',
                      label: t('when'),
                      cell: (row) => <span className={textStyles.noWrap}>{moment(row.at)}</span>,
                    },
                    { id: 'who', label: t('who'), head: true, cell: who },
                    { id: 'what', label: t('what'), cell: (row) => <AuditSentence event={row} /> },
                  ]}
                />
                {audit.hasNextPage ? (
                  <Button
                    disabled={audit.isFetchingNextPage}
                    onClick={() => void audit.fetchNextPage()}
                  >
                    {t('older')}
                  </Button>
                ) : null}
                <p className={accountsStyles.hash}>{t('head', { head: pages[0]?.head ?? '' })}</p>
              </>
            );
          }}
        </QueryView>
      </section>
    </div>
  );
}
