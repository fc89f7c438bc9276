import type { InvitationResult, Person } from '#contract/accounts/schemas.ts';
import { type Role, roles } from '#contract/core/rights.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import {
  useAskNewPassword,
  useChangePerson,
  useEndPersonSessions,
  useInvite,
} from '#web/features/accounts/queries.ts';
import { useResetSecondStep } from '#web/features/accounts/second-factor/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useSession } from '#web/data/view-queries.ts';
import { accountText } from '#web/features/accounts/labels/account/index.ts';
import { organisationText } from '#web/features/accounts/labels/single-sign-on/index.ts';
import { peopleText } from '#web/features/accounts/labels/people/index.ts';
import { secondStepText } from '#web/features/accounts/labels/second-factor/index.ts';
import { useText } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { MenuButton } from '#web/ui/overlays/menu.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface PeopleTableProps {
  readonly people: readonly Person[];
  /** Whether people can sign in with an organisation. */
  readonly organisation: boolean;
  readonly onLink: (person: Person, link: InvitationResult) => void;
}

function Login({ person: { login, way } }: { readonly person: Person }) {
  const t = useText(organisationText);
  return (
    <>
      <span className="aclogin">{login}</span>
      {way === 'password' ? null : (
        <small className="acmore">{t('way_organisation', { name: '' })}</small>
      )}
    </>
  );
}

/** Everybody with an account: role, whether they are here, and what can be done about it. */
export function PeopleTable({ people, organisation, onLink }: PeopleTableProps) {
  const t = useText(peopleText);
  const ways = useText(organisationText);
  const invite = useInvite();
  const names = useText(accountText);
  const moment = useMoment();
  const me = useSession().data?.name;
  const change = useChangePerson();
  const end = useEndPersonSessions();
  const ask = useAskNewPassword();
  const step = useText(secondStepText);
  const reset = useResetSecondStep();
  const failed = [change, end, ask, reset, invite].find((one) => one.isError);
  const failure = failed === undefined ? undefined : toProblem(failed.error);
  const here = (person: Person): string =>
    person.state === 'disabled'
      ? t('disabled')
      : person.seen_at === undefined
        ? t('not_here')
        : t('signed_in', { time: moment(person.seen_at) });
  return (
    <>
      {failure === undefined ? null : failure.code === 'conflict' && change.isError ? (
        <Notice kind="bad" live>
          {t('last_admin')}
        </Notice>
      ) : (
        <ErrorPanel failure={failure} />
      )}
      {end.isSuccess ? <Notice live>{t('ended', { name: end.variables.name })}</Notice> : null}
      {reset.isSuccess ? (
        <Notice live>{step('reset_done', { name: reset.variables.name })}</Notice>
      ) : null}
      <DataTable
        stacks
        caption={t('people')}
        rows={people}
        rowKey={(row) => row.id}
        rowClass={(row) => (row.state === 'disabled' ? 'acoff' : undefined)}
        columns={[
          {
            id: 'name',
            label: t('name'),
            head: true,
            cell: (row) => (
              <>
                {row.name}
                {row.name === me ? <small> ({t('you')})</small> : null}
              </>
            ),
          },
          { id: 'login', label: t('login'), cell: (row) => <Login person={row} /> },
          {
            id: 'role',
            label: t('role'),
            cell: (row) => (
              <select
                aria-label={t('role_of', { name: row.name })}
                value={row.role}
                disabled={change.isPending || row.state === 'disabled'}
                onChange={(event) =>
                  change.mutate({ person: row, patch: { role: event.target.value as Role } })
                }
              >
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {names(role)}
                  </option>
                ))}
              </select>
            ),
          },
          {
            id: 'step',
            label: step('second_step'),
            cell: (row) => (
              <>
                <span className="acphone">{step('second_step')}: </span>
                {row.way === 'organisation'
                  ? ways('step_there')
                  : step(row.second_step ? 'has' : 'has_not')}
              </>
            ),
          },
          { id: 'here', label: t('last_here'), cell: here },
          {
            id: 'do',
            right: true,
            label: <span className={textStyles.visuallyHidden}>{t('actions')}</span>,
            cell: (row) => (
              <Popover
                label={`${t('actions')}: ${row.name}`}
                trigger={(button) => (
                  <button {...button} type="button" className={controlsStyles.button}>
                    {t('actions')}
                  </button>
                )}
              >
                {(close) => {
                  const act = (label: string, work: () => void) => (
                    <MenuButton
                      label={label}
                      onClick={() => {
                        close();
                        work();
                      }}
                    />
                  );
                  const active = row.state === 'active';
                  return (
                    <>
                      {active
                        ? act(
                            row.way === 'password' ? t('new_password') : ways('back_to_password'),
                            () => ask.mutate(row, { onSuccess: (made) => onLink(row, made) }),
                          )
                        : null}
                      {active && row.way === 'password' && organisation && row.login.includes('@')
                        ? act(ways('move'), () =>
                            invite.mutate(
                              { login: row.login, role: row.role, way: 'organisation' },
                              { onSuccess: (made) => onLink(row, made) },
                            ),
                          )
                        : null}
                      {active && row.sessions > 0
                        ? act(t('end_sessions'), () => end.mutate(row))
                        : null}
                      {row.second_step && row.name !== me
                        ? act(step('reset'), () => reset.mutate(row))
                        : null}
                      {row.name === me
                        ? null
                        : act(t(active ? 'disable' : 'enable'), () =>
                            change.mutate({
                              person: row,
                              patch: { state: active ? 'disabled' : 'active' },
                            }),
                          )}
                    </>
                  );
                }}
              </Popover>
            ),
          },
        ]}
      />
    </>
  );
}
