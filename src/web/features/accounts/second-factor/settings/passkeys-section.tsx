import { useState, type FormEvent } from 'react';
import type { Passkey, SecondFactorState } from '#contract/accounts/second-factor-schemas.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { faultAt } from '#web/features/accounts/parts/field-errors.ts';
import { hasPasskeys } from '#web/features/accounts/second-factor/passkey-device.ts';
import { PasskeyNameField } from '#web/features/accounts/second-factor/parts/passkey-name-field.tsx';
import { PasskeyError } from '#web/features/accounts/second-factor/parts/passkey-error.tsx';
import { toProblem } from '#web/data/problem-error.ts';
import { useAddPasskey, useRemovePasskey } from '#web/features/accounts/second-factor/queries.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import * as textStyles from '#web/ui/text.module.css';
import { useLabels } from '#web/i18n/text.ts';
import { useHydrated } from '#web/ui/use-hydrated.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { CurrentPasswordField } from '#web/features/accounts/parts/current-password-field.tsx';
import { SecondFactorError } from './second-factor-error.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

const wrongPassword = (error: Error | null): boolean =>
  error !== null && faultAt(toProblem(error), 'password') !== undefined;

interface FormProps {
  readonly login: string;
  readonly onClose: () => void;
}
function AddForm({
  login,
  onClose,
  onCodes,
}: FormProps & { readonly onCodes: (codes: readonly string[]) => void }) {
  const t = useLabels(secondFactorLabels);
  const add = useAddPasskey();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const wrong = wrongPassword(add.error);
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(
      { name: name.trim(), password },
      {
        onSuccess: ({ recovery_codes }) => {
          onClose();
          onCodes(recovery_codes);
        },
      },
    );
  };
  return (
    <form className={accountsStyles.form} onSubmit={send}>
      <PasskeyNameField value={name} onChange={setName} />
      <CurrentPasswordField login={login} wrong={wrong} value={password} onChange={setPassword} />
      {wrong ? null : <PasskeyError error={add.error} />}
      <div className={accountsStyles.actions}>
        <Button primary type="submit" disabled={add.isPending}>
          {t('passkey_add')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
function RemoveForm({
  login,
  passkey,
  onClose,
  onRemoved,
}: FormProps & { readonly passkey: Passkey; readonly onRemoved: () => void }) {
  const t = useLabels(secondFactorLabels);
  const remove = useRemovePasskey();
  const [password, setPassword] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate({ id: passkey.id, password }, { onSuccess: onRemoved });
  };
  return (
    <form className={accountsStyles.form} onSubmit={send}>
      <p className={fieldRowStyles.text}>{t('passkey_remove_text', { name: passkey.name })}</p>
      <CurrentPasswordField
        login={login}
        wrong={wrongPassword(remove.error)}
        value={password}
        onChange={setPassword}
      />
      <SecondFactorError error={remove.error} />
      <div className={accountsStyles.actions}>
        <Button primary type="submit" disabled={remove.isPending}>
          {t('passkey_remove')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface PasskeysProps {
  readonly login: string;
  readonly step: SecondFactorState;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** The passkeys of the account, which can be added and removed. */
export function PasskeysSection({ login, step, onCodes }: PasskeysProps) {
  const t = useLabels(secondFactorLabels);
  const [open, setOpen] = useState<'add' | Passkey>();
  const [isRemoved, setRemoved] = useState(false);
  // the server that draws the page does not know the browser
  const isHydrated = useHydrated();
  const close = () => setOpen(undefined);
  const start = (form: 'add' | Passkey) => {
    setRemoved(false);
    setOpen(form);
  };
  return (
    <>
      <h3>{t('passkey')}</h3>
      <p className={fieldRowStyles.text}>
        {t('passkeys_text')} {step.passkeys_here ? null : t('passkeys_elsewhere')}
      </p>
      {isRemoved ? <Notice live>{t('passkey_removed')}</Notice> : null}
      {step.passkeys.length === 0 ? null : (
        <PasskeyTable passkeys={step.passkeys} onRemove={start} />
      )}
      {open === 'add' ? (
        <AddForm login={login} onClose={close} onCodes={onCodes} />
      ) : open !== undefined ? (
        <RemoveForm
          key={open.id}
          login={login}
          passkey={open}
          onClose={close}
          onRemoved={() => {
            close();
            setRemoved(true);
          }}
        />
      ) : step.passkeys_here && (!isHydrated || hasPasskeys()) ? (
        <Button onClick={() => start('add')}>{t('passkey_add')}</Button>
      ) : null}
    </>
  );
}

function PasskeyTable({
  passkeys,
  onRemove,
}: {
  readonly passkeys: readonly Passkey[];
  readonly onRemove: (passkey: Passkey) => void;
}) {
  const t = useLabels(secondFactorLabels);
  const moment = useMoment();
  const text = (value: string) => <span className={accountsStyles.login}>{value}</span>;
  /** A time with its label, which is visible on phones. */
  const time = (label: string, value: string) => (
    <span className={textStyles.noWrap}>
      <span className={accountsStyles.phoneLabel}>{label}: </span>
      {value}
    </span>
  );
  return (
    <DataTable
      stacks
      caption={t('passkey')}
      rows={passkeys}
      rowKey={({ id }) => id}
      columns={[
        { id: 'name', label: t('passkey_name'), head: true, cell: ({ name }) => text(name) },
        { id: 'host', label: t('passkey_host'), cell: ({ host }) => text(host) },
        {
          id: 'made',
          label: t('passkey_made'),
          cell: ({ created_at }) => time(t('passkey_made'), moment(created_at)),
        },
        {
          id: 'used',
          label: t('passkey_used'),
          cell: ({ used_at }) =>
            time(t('passkey_used'), used_at === undefined ? t('passkey_never') : moment(used_at)),
        },
        {
          id: 'remove',
          right: true,
          label: <span className={textStyles.visuallyHidden}>{t('passkey_remove')}</span>,
          cell: (passkey) => (
            <Button quiet onClick={() => onRemove(passkey)}>
              {t('passkey_remove')}
            </Button>
          ),
        },
      ]}
    />
  );
}
