import { useState, type FormEvent } from 'react';
import { roles, type Role } from '#contract/rights.ts';
import { useInvite } from '#web/data/people.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { accountText } from '#web/i18n/account/text.ts';
import { peopleText } from '#web/i18n/people/text.ts';
import { useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorPanel } from '#web/ui/error-panel.tsx';
import { Field, SelectField } from '#web/ui/field.tsx';
import type { HandedOut } from './link-once.tsx';

/** Invites somebody in a role; gives the link that its maker sends. */
export function InviteForm({ onLink }: { readonly onLink: (link: HandedOut) => void }) {
  const t = useText(peopleText);
  const names = useText(accountText);
  const invite = useInvite();
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const failure = invite.isError ? toProblem(invite.error) : undefined;
  const taken = failure?.code === 'conflict';
  const send = (event: FormEvent) => {
    event.preventDefault();
    const wanted = login.trim();
    invite.mutate(
      { login: wanted, role },
      {
        onSuccess: (made) => {
          onLink({ ...made, login: wanted });
          setLogin('');
        },
      },
    );
  };
  return (
    <form className="acrow" onSubmit={send}>
      <Field
        label={t('invite_login')}
        error={taken ? t('invite_taken') : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={200}
        pattern="\S{2,}"
        value={login}
        onChange={(event) => setLogin(event.target.value)}
      />
      <SelectField label={t('role')} hint={names(`${role}_may`)} value={role} onChange={(event) => setRole(event.target.value as Role)}>
        {roles.map((one) => (
          <option key={one} value={one}>
            {names(one)}
          </option>
        ))}
      </SelectField>
      <Button type="submit" disabled={invite.isPending}>
        {t('invite_do')}
      </Button>
      {failure === undefined || taken ? null : <ErrorPanel failure={failure} />}
    </form>
  );
}
