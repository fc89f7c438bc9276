import { useState } from 'react';
import { auditKinds, type AuditEvent, type AuditKind } from '#contract/accounts.ts';
import { roles } from '#contract/rights.ts';
import { authorWords } from '#domain/terms/change.ts';
import { useMoment } from '#web/ui/moment.ts';
import { useAudit } from '#web/data/people.ts';
import { accountText } from '#web/i18n/account/text.ts';
import { peopleText } from '#web/i18n/people/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { QueryView } from '#web/shell/query-view.tsx';
import { Button } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { SelectField } from '#web/ui/field.tsx';
import '#web/account/account.css';

const groupOf = (kind: AuditKind): 'targets' | 'data' | 'links' | 'access' =>
  kind === 'targets_changed' ? 'targets' : kind === 'data_exported' ? 'data' : kind.startsWith('link_') ? 'links' : 'access';
const groups = ['access', 'data', 'targets', 'links'] as const;
type Group = (typeof groups)[number];
const kindsOf = (group: Group | ''): string | undefined =>
  group === '' ? undefined : auditKinds.filter((kind) => groupOf(kind) === group).join(',');

const isKind = (kind: string): kind is AuditKind => auditKinds.some((known) => known === kind);

/** What happened, in a sentence and its reason. */
function What({ event }: { readonly event: AuditEvent }) {
  const t = useText(peopleText);
  const names = useText(accountText);
  const list = new Intl.ListFormat(useLanguage(), { type: 'unit' });
  const { kind, object = '', detail } = event;
  const role = (id: unknown): string => {
    const found = roles.find((one) => one === id);
    return found === undefined ? String(id) : names(found);
  };
  const listed = String(detail['roles'] ?? '');
  const values = {
    object,
    from: role(detail['from']),
    to: role(detail['to']),
    roles: listed === '' ? t('no_role') : list.format(listed.split(',').map(role)),
  };
  const sentence = !isKind(kind) ? `${kind} ${object}` : t(`kind_${kind}`, values);
  const more = detail['reason'] ?? (kind === 'invited' ? role(detail['role']) : undefined);
  return (
    <>
      {sentence}
      {more === undefined ? null : <small className="acmore">{more}</small>}
    </>
  );
}

/** Who signed in, shared, took data away and changed targets; for managers and admins. */
export function AuditPage() {
  const t = useText(peopleText);
  const moment = useMoment();
  const [group, setGroup] = useState<Group | ''>('');
  const audit = useAudit(kindsOf(group));
  const language = useLanguage();
  const who = ({ actor }: AuditEvent): string => (actor === 'key' ? t('key') : actor === '?' ? t('nobody') : authorWords(actor, language));
  return (
    <div className="account">
      <section>
        <p className="actext">{t('audit_text')}</p>
        <div className="acrow">
          <SelectField label={t('show')} value={group} onChange={(event) => setGroup(event.target.value as Group | '')}>
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
                  rowKey={(row) => String(row.seq)}
                  columns={[
                    { id: 'when', label: t('when'), cell: (row) => <span className="nw">{moment(row.at)}</span> },
                    { id: 'who', label: t('who'), head: true, cell: who },
                    { id: 'what', label: t('what'), cell: (row) => <What event={row} /> },
                  ]}
                />
                {audit.hasNextPage ? (
                  <Button disabled={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
                    {t('older')}
                  </Button>
                ) : null}
                <p className="achash">{t('head', { head: pages[0]?.head ?? '' })}</p>
              </>
            );
          }}
        </QueryView>
      </section>
    </div>
  );
}
