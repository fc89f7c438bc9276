import { kitLabels } from '#charts/kit/labels/index.ts';
import { inBrackets } from '#domain/values/language.ts';
import type { InvitationResult, Person } from '#contract/accounts/schemas.ts';
import { type Role, roles } from '#contract/core/rights.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import {
  useAskNewPassword,
  useChangePerson,
  useEndPersonSessions,
  useInvite,
} from '#web/features/accounts/queries.ts';
import { useResetSecondFactor } from '#web/features/accounts/second-factor/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useSession } from '#web/data/view-queries.ts';
import {
  accountLabels,
  peopleLabels,
  secondFactorLabels,
  singleSignOnLabels,
} from '#web/features/accounts/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { MenuButton } from '#web/ui/overlays/menu.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';

interface PeopleTableProps {
  readonly people: readonly Person[];
  /** Whether people can sign in with an organisation. */
  readonly organisation: boolean;
  readonly onLink: (person: Person, link: InvitationResult) => void;
  /** Called with the name of a person whose account was disabled. */
  readonly onDisabled: (name: string) => void;
}

/** The changes of one person that the table offers. */
function usePeopleActions() {
  return {
    change: useChangePerson(),
    endSessions: useEndPersonSessions(),
    askPassword: useAskNewPassword(),
    resetSecondFactor: useResetSecondFactor(),
    invite: useInvite(),
  };
}
type Actions = ReturnType<typeof usePeopleActions>;

/** All accounts with their roles, sign-in methods and actions. */
export function PeopleTable({ people, organisation, onLink, onDisabled }: PeopleTableProps) {
  const t = useLabels(peopleLabels);
  const language = useLanguage();
  const secondFactor = useLabels(secondFactorLabels);
  const moment = useMoment();
  const me = useSession().data?.name;
  const actions = usePeopleActions();
  const lastSeen = ({ state, seen_at }: Person): string => {
    if (state === 'disabled') return t('disabled');
    return seen_at === undefined ? t('not_here') : t('signed_in', { time: moment(seen_at) });
  };
  return (
    <>
      <ActionResult actions={actions} />
      <DataTable
        stacks
        caption={t('people')}
        rows={people}
        rowKey={(person) => person.id}
        rowClass={(person) => (person.state === 'disabled' ? accountsStyles.disabled : undefined)}
        columns={[
          {
            id: 'name',
            label: t('name'),
            head: true,
            cell: ({ name }) => (
              <>
                {name}
                {name === me ? <small>{inBrackets(t('you'), language)}</small> : null}
              </>
            ),
          },
          { id: 'login', label: t('login'), cell: (person) => <Login person={person} /> },
          {
            id: 'role',
            label: t('role'),
            cell: (person) => <RoleSelect person={person} change={actions.change} />,
          },
          {
            id: 'step',
            label: secondFactor('second_step'),
            cell: (person) => <SecondFactorState person={person} />,
          },
          { id: 'here', label: t('last_here'), cell: lastSeen },
          {
            id: 'do',
            right: true,
            label: <span className={textStyles.visuallyHidden}>{t('actions')}</span>,
            cell: (person) => (
              <PersonMenu
                {...{ person, actions, organisation, onLink, onDisabled }}
                isMe={person.name === me}
              />
            ),
          },
        ]}
      />
    </>
  );
}

/** The result of the last action, or the reason of its failure. */
function ActionResult({ actions }: { readonly actions: Actions }) {
  const t = useLabels(peopleLabels);
  const secondFactor = useLabels(secondFactorLabels);
  const { change, endSessions, resetSecondFactor: reset } = actions;
  const failedAction = Object.values(actions).find(({ isError }) => isError);
  const failure = failedAction === undefined ? undefined : toProblem(failedAction.error);
  return (
    <>
      {failure === undefined ? null : failure.code === 'conflict' && change.isError ? (
        <Notice kind="bad" live>
          {t('last_admin')}
        </Notice>
      ) : (
        <ErrorPanel failure={failure} />
      )}
      {endSessions.isSuccess ? (
        <Notice live>{t('ended', { name: endSessions.variables.name })}</Notice>
      ) : null}
      {reset.isSuccess ? (
        <Notice live>{secondFactor('reset_done', { name: reset.variables.name })}</Notice>
      ) : null}
    </>
  );
}

interface PersonProps {
  readonly person: Person;
}

function Login({ person: { login, way } }: PersonProps) {
  const t = useLabels(singleSignOnLabels);
  return (
    <>
      <span className={accountsStyles.login}>{login}</span>
      {way === 'password' ? null : (
        <small className={accountsStyles.more}>{t('way_organisation', { name: '' })}</small>
      )}
    </>
  );
}

function RoleSelect({ person, change }: PersonProps & { readonly change: Actions['change'] }) {
  const t = useLabels(peopleLabels);
  const names = useLabels(accountLabels);
  return (
    <select
      aria-label={t('role_of', { name: person.name })}
      value={person.role}
      disabled={change.isPending || person.state === 'disabled'}
      onChange={(event) => change.mutate({ person, patch: { role: event.target.value as Role } })}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {names(role)}
        </option>
      ))}
    </select>
  );
}

function SecondFactorState({ person: { way, second_step } }: PersonProps) {
  const language = useLanguage();
  const t = useLabels(secondFactorLabels);
  const organisation = useLabels(singleSignOnLabels);
  return (
    <>
      <span className={accountsStyles.phoneLabel}>
        {t('second_step')}
        {kitLabels[language].colon}
      </span>
      {way === 'organisation' ? organisation('step_there') : t(second_step ? 'has' : 'has_not')}
    </>
  );
}

interface MenuProps
  extends PersonProps,
    Pick<PeopleTableProps, 'organisation' | 'onLink' | 'onDisabled'> {
  readonly actions: Actions;
  readonly isMe: boolean;
}

function PersonMenu(props: MenuProps) {
  const t = useLabels(peopleLabels);
  const items = useMenuItems(props);
  return (
    <Popover
      label={`${t('actions')}: ${props.person.name}`}
      trigger={(button) => (
        <button {...button} type="button" className={controlsStyles.button}>
          {t('actions')}
        </button>
      )}
    >
      {(close) =>
        items.map(([label, act]) => (
          <MenuButton
            key={label}
            label={label}
            onClick={() => {
              close();
              act();
            }}
          />
        ))
      }
    </Popover>
  );
}

/** The actions that apply to a person. */
function useMenuItems({ person, actions, organisation, onLink, onDisabled, isMe }: MenuProps) {
  const t = useLabels(peopleLabels);
  const secondFactor = useLabels(secondFactorLabels);
  const ways = useLabels(singleSignOnLabels);
  const { login, role, way } = person;
  const isActive = person.state === 'active';
  const hasPassword = way === 'password';
  const onSuccess = (link: InvitationResult) => onLink(person, link);
  const items: readonly (readonly [isShown: boolean, label: string, act: () => void])[] = [
    [
      isActive,
      hasPassword ? t('new_password') : ways('back_to_password'),
      () => actions.askPassword.mutate(person, { onSuccess }),
    ],
    [
      isActive && hasPassword && organisation && login.includes('@'),
      ways('move'),
      () => actions.invite.mutate({ login, role, way: 'organisation' }, { onSuccess }),
    ],
    [isActive && person.sessions > 0, t('end_sessions'), () => actions.endSessions.mutate(person)],
    [
      person.second_step && !isMe,
      secondFactor('reset'),
      () => actions.resetSecondFactor.mutate(person),
    ],
    [
      !isMe,
      t(isActive ? 'disable' : 'enable'),
      () =>
        actions.change.mutate(
          { person, patch: { state: isActive ? 'disabled' : 'active' } },
          { onSuccess: () => (isActive ? onDisabled(person.name) : undefined) },
        ),
    ],
  ];
  return items.flatMap(([isShown, label, act]) => (isShown ? [[label, act] as const] : []));
}
