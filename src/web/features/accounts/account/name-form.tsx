import type { FormEvent } from 'react';
import { isTaken } from '#web/features/accounts/parts/field-errors.ts';
import { useChangeName } from '#web/features/accounts/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';

/** Changes the name under which changes are recorded. */
export function NameForm({ name }: { readonly name: string }) {
  const t = useLabels(accountLabels);
  const change = useChangeName();
  const { texts, type, forget } = useTypedFields('account.name');
  const newName = texts['name'] ?? name;
  const failure = change.isError ? toProblem(change.error) : undefined;
  const isNameTaken = isTaken(failure, 'name');
  const send = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(newName.trim(), { onSuccess: forget });
  };
  return (
    <section>
      <h2>{t('name')}</h2>
      <form className={accountsStyles.form} onSubmit={send}>
        <Field
          label={t('your_name')}
          hint={t('name_hint')}
          error={isNameTaken ? t('name_taken') : undefined}
          autoComplete="name"
          required
          maxLength={100}
          value={newName}
          onChange={(event) => type('name', event.target.value)}
        />
        {failure === undefined || isNameTaken ? null : <ErrorPanel failure={failure} />}
        <Button
          type="submit"
          disabled={change.isPending || newName.trim() === name || newName.trim() === ''}
        >
          {t('save')}
        </Button>
      </form>
    </section>
  );
}
