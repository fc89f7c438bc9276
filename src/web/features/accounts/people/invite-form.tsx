import { compact } from '#domain/values/compact.ts';
import { useState, type FormEvent } from 'react';
import type { InvitationMethod } from '#contract/accounts/constants.ts';
import type { Organisation } from '#contract/accounts/schemas.ts';
import { type Role, roles } from '#contract/core/rights.ts';
import { isTaken } from '#web/features/accounts/parts/field-errors.ts';
import { useInvite } from '#web/features/accounts/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { accountText } from '#web/features/accounts/labels/account/index.ts';
import { organisationText } from '#web/features/accounts/labels/single-sign-on/index.ts';
import { peopleText } from '#web/features/accounts/labels/people/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import type { HandedOut } from './one-time-link.tsx';

interface InviteFormProps {
  /** Which people can sign in with, where there is one. */
  readonly organisation: Organisation | undefined;
  readonly onLink: (link: HandedOut) => void;
}

/** Invites somebody in a role; gives the link that its maker sends, or lets them come by the organisation. */
export function InviteForm({ organisation, onLink }: InviteFormProps) {
  const t = useText(peopleText);
  const names = useText(accountText);
  const ways = useText(organisationText);
  const invite = useInvite();
  const { typed, type, forget } = useTypedFields('invite');
  const login = typed['login'] ?? '';
  const role: Role = roles.find((one) => one === typed['role']) ?? 'viewer';
  const [way, setWay] = useState<InvitationMethod>('link');
  const failure = invite.isError ? toProblem(invite.error) : undefined;
  const taken = isTaken(failure, 'login');
  const subject = way === 'organisation' ? (typed['subject'] ?? '').trim() : '';
  const unidentified =
    way === 'organisation' && login !== '' && subject === '' && !login.includes('@');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wanted = login.trim();
    invite.mutate(
      { login: wanted, role, way, ...compact({ subject: subject === '' ? undefined : subject }) },
      {
        onSuccess: (made) => {
          onLink({ ...made, login: wanted });
          forget();
        },
      },
    );
  };
  return (
    <form className="acrow" onSubmit={send}>
      <Field
        label={t('invite_login')}
        error={taken ? t('invite_taken') : unidentified ? ways('address_needed') : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={200}
        pattern="\S{2,}"
        value={login}
        onChange={(event) => type('login', event.target.value)}
      />
      <SelectField
        label={t('role')}
        hint={names(`${role}_may`)}
        value={role}
        onChange={(event) => type('role', event.target.value)}
      >
        {roles.map((one) => (
          <option key={one} value={one}>
            {names(one)}
          </option>
        ))}
      </SelectField>
      {organisation === undefined ? null : (
        <SelectField
          label={ways('way')}
          hint={way === 'organisation' ? ways('way_hint') : undefined}
          value={way}
          onChange={(event) => setWay(event.target.value as InvitationMethod)}
        >
          <option value="link">{ways('way_link')}</option>
          <option value="organisation">{ways('way_organisation', organisation)}</option>
        </SelectField>
      )}
      {way === 'link' ? null : (
        <Field
          label={ways('subject')}
          hint={ways('subject_hint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={255}
          pattern="[!-~]*"
          value={typed['subject'] ?? ''}
          onChange={(event) => type('subject', event.target.value)}
        />
      )}
      <Button type="submit" disabled={invite.isPending || unidentified}>
        {t('invite_do')}
      </Button>
      {failure === undefined || taken ? null : <ErrorPanel failure={failure} />}
    </form>
  );
}
