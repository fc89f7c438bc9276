import { useState } from 'react';
import type { Person } from '#contract/accounts/schemas.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { useEndInvitation, usePeople } from '#web/features/accounts/queries.ts';
import {
  accountLabels,
  peopleLabels,
  secondFactorLabels,
  singleSignOnLabels,
} from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { AllTokens } from '#web/features/accounts/tokens/all-tokens.tsx';
import { RequiredSecondFactor } from './required-second-factor.tsx';
import { HandOver } from '#web/features/work/hand-over/hand-over.tsx';
import { InviteForm } from './invite-form.tsx';
import { OneTimeLinkBox, type OneTimeLink } from './one-time-link.tsx';
import { PeopleTable } from './people-table.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';
import * as textStyles from '#web/ui/text.module.css';

type PeopleList = NonNullable<ReturnType<typeof usePeople>['data']>;

function Invitations({ invitations }: { readonly invitations: PeopleList['invitations'] }) {
  const t = useLabels(peopleLabels);
  const roles = useLabels(accountLabels);
  const ways = useLabels(singleSignOnLabels);
  const moment = useMoment();
  const end = useEndInvitation();
  if (invitations.length === 0) return <p className={fieldRowStyles.text}>{t('no_invitations')}</p>;
  return (
    <>
      {end.isError ? <ErrorPanel failure={toProblem(end.error)} /> : null}
      <DataTable
        stacks
        caption={t('invitations')}
        rows={invitations}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'login',
            label: t('login'),
            head: true,
            cell: (row) => <span className={accountsStyles.login}>{row.login}</span>,
          },
          {
            id: 'for',
            label: t('for_what'),
            cell: (row) =>
              row.way === 'organisation'
                ? ways(row.kind === 'account' ? 'for_account' : 'for_move')
                : t(row.kind === 'account' ? 'for_account' : 'for_password'),
          },
          { id: 'role', label: t('role'), cell: (row) => roles(row.role) },
          { id: 'by', label: t('invited_by'), cell: (row) => row.invited_by },
          {
            id: 'until',
            label: t('until'),
            cell: (row) => <span className={textStyles.noWrap}>{moment(row.expires_at)}</span>,
          },
          {
            id: 'end',
            right: true,
            label: <span className={textStyles.visuallyHidden}>{t('end')}</span>,
            cell: (row) => (
              <Button disabled={end.isPending} onClick={() => end.mutate(row.id)}>
                {t('end')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

/** Accounts, invitations, required second factors and tokens; for admins. */
export function PeoplePage() {
  const t = useLabels(peopleLabels);
  const step = useLabels(secondFactorLabels);
  const people = usePeople();
  const [link, setLink] = useState<OneTimeLink>();
  const [leaver, setLeaver] = useState<string>();
  return (
    <div className={accountsStyles.page}>
      <section>
        <h2>{t('invite')}</h2>
        <InviteForm organisation={people.data?.organisation} onLink={setLink} />
        {link === undefined ? null : <OneTimeLinkBox {...link} />}
      </section>
      <QueryView query={people} lines={5}>
        {(data) => (
          <>
            <section>
              <h2>{t('people')}</h2>
              <PeopleTable
                people={data.people}
                organisation={data.organisation !== undefined}
                onDisabled={setLeaver}
                onLink={(person: Person, link) =>
                  setLink({ ...link, login: person.login, hasAccount: true })
                }
              />
            </section>
            <HandOver
              key={leaver}
              leaver={leaver}
              names={data.people.flatMap(({ name, state }) => (state === 'active' ? [name] : []))}
            />
            <section>
              <h2>{step('compulsory')}</h2>
              <p className={fieldRowStyles.text}>{step('compulsory_text')}</p>
              <RequiredSecondFactor currentRoles={data.second_step_roles} />
            </section>
            <section>
              <h2>{t('invitations')}</h2>
              <Invitations invitations={data.invitations} />
            </section>
            <AllTokens />
          </>
        )}
      </QueryView>
    </div>
  );
}
