import { useState, type FormEvent } from 'react';
import { roles, type Role } from '#contract/core/rights.ts';
import { faultAt } from '#web/features/accounts/parts/field-errors.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useSecondFactorRoles } from '#web/features/accounts/second-factor/queries.ts';
import { accountLabels, secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Checkbox, Field } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';

interface RolesProps {
  readonly currentRoles: readonly Role[];
  readonly change: ReturnType<typeof useSecondFactorRoles>;
}
function RolesForm({ currentRoles, change }: RolesProps) {
  const t = useLabels(secondFactorLabels);
  const names = useLabels(accountLabels);
  const [selection, setSelection] = useState<ReadonlySet<Role>>(new Set(currentRoles));
  const [reason, setReason] = useState('');
  const chosenRoles = roles.filter((role) => selection.has(role));
  const same = chosenRoles.join() === currentRoles.join();
  const failure = change.isError ? toProblem(change.error) : undefined;
  const ownFirst = faultAt(failure, 'roles') === 'own';
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { currentRoles, roles: chosenRoles, reason: reason.trim() },
      { onSuccess: () => setReason('') },
    );
  };
  const toggle = (role: Role, on: boolean) => {
    change.reset();
    setSelection(new Set(on ? [...selection, role] : [...selection].filter((one) => one !== role)));
  };
  return (
    <form className={accountsStyles.form} onSubmit={send}>
      <fieldset className={accountsStyles.roles}>
        <legend className={textStyles.visuallyHidden}>{t('compulsory')}</legend>
        {roles.map((role) => (
          <Checkbox
            key={role}
            label={names(role)}
            checked={selection.has(role)}
            onChange={(event) => toggle(role, event.target.checked)}
          />
        ))}
      </fieldset>
      {same ? null : (
        <Field
          label={t('reason')}
          hint={t('reason_hint')}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {ownFirst ? (
        <Notice kind="bad" live>
          {t('own_first')}
        </Notice>
      ) : failure === undefined ? null : (
        <ErrorPanel failure={failure} />
      )}
      {change.isSuccess && same && change.variables.roles.join() === currentRoles.join() ? (
        <Notice live>{t('saved')}</Notice>
      ) : null}
      <Button type="submit" disabled={same || change.isPending || reason.trim() === ''}>
        {t('save')}
      </Button>
    </form>
  );
}

/** The roles that require a second factor, changed with a reason. */
export function RequiredSecondFactor({ currentRoles }: { readonly currentRoles: readonly Role[] }) {
  const change = useSecondFactorRoles();
  // The key resets the form when another admin changes the roles.
  return <RolesForm key={currentRoles.join()} currentRoles={currentRoles} change={change} />;
}
