import { compact } from '#domain/values/compact.ts';
import { useState, type FormEvent } from 'react';
import type { InvitationMethod } from '#contract/accounts/constants.ts';
import type { Organisation } from '#contract/accounts/schemas.ts';
import { type Role, roles } from '#contract/core/rights.ts';
import { isTaken } from '#web/features/accounts/parts/field-errors.ts';
import { useInvite } from '#web/features/accounts/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import {
  accountLabels,
  peopleLabels,
  singleSignOnLabels,
} from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import type { OneTimeLink } from './one-time-link.tsx';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

interface InviteFormProps {
  /** The organisation with which people can sign in, if any. */
  readonly organisation: Organisation | undefined;
  readonly onLink: (link: OneTimeLink) => void;
}

/**
 * Invites a person in a role. Returns a link to send, or lets the person sign in with the
 * organisation.
 */
export function InviteForm({ organisation, onLink }: InviteFormProps) {
  const t = useLabels(peopleLabels);
  const names = useLabels(accountLabels);
  const ways = useLabels(singleSignOnLabels);
  const invite = useInvite();
  const { texts, type, forget } = useTypedFields('invite');
  const { login = '', subject = '' } = texts;
  const role: Role = roles.find((one) => one === texts['role']) ?? 'viewer';
  const [way, setWay] = useState<InvitationMethod>('link');
  const isOrganisation = way === 'organisation';
  const failure = invite.isError ? toProblem(invite.error) : undefined;
  const isLoginTaken = isTaken(failure, 'login');
  const needsAddress =
    isOrganisation && login !== '' && subject.trim() === '' && !login.includes('@');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const input = { login: login.trim(), role, way };
    const identity = compact({ subject: (isOrganisation && subject.trim()) || undefined });
    invite.mutate(
      { ...input, ...identity },
      {
        onSuccess: (invitation) => {
          onLink({ ...invitation, login: input.login });
          forget();
        },
      },
    );
  };
  return (
    <form className={fieldRowStyles.row} onSubmit={send}>
      <Field
        {...plainText}
        label={t('invite_login')}
        error={isLoginTaken ? t('invite_taken') : needsAddress ? ways('address_needed') : undefined}
        required
        maxLength={200}
        pattern="\s*\S{2,}\s*"
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
        <WaySelect organisation={organisation} way={way} onChange={setWay} />
      )}
      {isOrganisation ? (
        <Field
          {...plainText}
          label={ways('subject')}
          hint={ways('subject_hint')}
          maxLength={255}
          pattern="\s*[!-~]*\s*"
          value={subject}
          onChange={(event) => type('subject', event.target.value)}
        />
      ) : null}
      <Button type="submit" disabled={invite.isPending || needsAddress}>
        {t('invite_do')}
      </Button>
      {failure === undefined || isLoginTaken ? null : <ErrorPanel failure={failure} />}
    </form>
  );
}

/** A field that the browser neither completes nor corrects. */
const plainText = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const;

/** Whether the invited person gets a link or signs in with the organisation. */
function WaySelect({
  organisation,
  way,
  onChange,
}: {
  readonly organisation: Organisation;
  readonly way: InvitationMethod;
  readonly onChange: (way: InvitationMethod) => void;
}) {
  const t = useLabels(singleSignOnLabels);
  return (
    <SelectField
      label={t('way')}
      hint={way === 'organisation' ? t('way_hint') : undefined}
      value={way}
      onChange={(event) => onChange(event.target.value as InvitationMethod)}
    >
      <option value="link">{t('way_link')}</option>
      <option value="organisation">{t('way_organisation', organisation)}</option>
    </SelectField>
  );
}
