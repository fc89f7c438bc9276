import { useState, type FormEvent } from 'react';
import type { Passkey, SecondFactorState } from '#contract/accounts/second-factor-schemas.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { faultAt } from '#web/features/accounts/parts/field-errors.ts';
import { hasPasskeys } from '#web/features/accounts/second-factor/passkey-device.ts';
import { PasskeyName } from '#web/features/accounts/second-factor/parts/passkey-name-field.tsx';
import { PasskeyTrouble } from '#web/features/accounts/second-factor/parts/passkey-error.tsx';
import { toProblem } from '#web/data/problem-error.ts';
import { useAddPasskey, useRemovePasskey } from '#web/features/accounts/second-factor/queries.ts';
import { secondStepText } from '#web/features/accounts/labels/second-factor/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { PresentPassword } from '#web/features/accounts/parts/current-password-field.tsx';
import { StepFailure } from './second-factor-error.tsx';
import * as textStyles from '#web/ui/text.module.css';

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
  const t = useText(secondStepText);
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
    <form className="acform" onSubmit={send}>
      <PasskeyName value={name} onChange={setName} />
      <PresentPassword login={login} wrong={wrong} value={password} onChange={setPassword} />
      {wrong ? null : <PasskeyTrouble error={add.error} />}
      <div className="acdo">
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
  const t = useText(secondStepText);
  const remove = useRemovePasskey();
  const [password, setPassword] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate({ id: passkey.id, password }, { onSuccess: onRemoved });
  };
  return (
    <form className="acform" onSubmit={send}>
      <p className="actext">{t('passkey_remove_text', { name: passkey.name })}</p>
      <PresentPassword
        login={login}
        wrong={wrongPassword(remove.error)}
        value={password}
        onChange={setPassword}
      />
      <StepFailure error={remove.error} />
      <div className="acdo">
        <Button primary type="submit" disabled={remove.isPending}>
          {t('passkey_remove')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

interface PasskeysPartProps {
  readonly login: string;
  readonly step: SecondFactorState;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** One's passkeys: named, with when they were used last; added and removed. */
export function PasskeysPart({ login, step, onCodes }: PasskeysPartProps) {
  const t = useText(secondStepText);
  const moment = useMoment();
  const [open, setOpen] = useState<'add' | Passkey>();
  const [removed, setRemoved] = useState(false);
  const close = () => setOpen(undefined);
  const choose = (what: 'add' | Passkey) => {
    setRemoved(false);
    setOpen(what);
  };
  return (
    <>
      <h3>{t('passkey')}</h3>
      <p className="actext">
        {t('passkeys_text')} {step.passkeys_here ? null : t('passkeys_elsewhere')}
      </p>
      {removed ? <Notice live>{t('passkey_removed')}</Notice> : null}
      {step.passkeys.length === 0 ? null : (
        <DataTable
          stacks
          caption={t('passkey')}
          rows={step.passkeys}
          rowKey={(row) => row.id}
          columns={[
            {
              id: 'name',
              label: t('passkey_name'),
              head: true,
              cell: (row) => <span className="aclogin">{row.name}</span>,
            },
            {
              id: 'host',
              label: t('passkey_host'),
              cell: (row) => <span className="aclogin">{row.host}</span>,
            },
            {
              id: 'made',
              label: t('passkey_made'),
              cell: (row) => (
                <span className={textStyles.noWrap}>
                  <span className="acphone">{t('passkey_made')}: </span>
                  {moment(row.created_at)}
                </span>
              ),
            },
            {
              id: 'used',
              label: t('passkey_used'),
              cell: (row) => (
                <span className={textStyles.noWrap}>
                  <span className="acphone">{t('passkey_used')}: </span>
                  {row.used_at === undefined ? t('passkey_never') : moment(row.used_at)}
                </span>
              ),
            },
            {
              id: 'remove',
              right: true,
              label: <span className={textStyles.visuallyHidden}>{t('passkey_remove')}</span>,
              cell: (row) => (
                <Button quiet onClick={() => choose(row)}>
                  {t('passkey_remove')}
                </Button>
              ),
            },
          ]}
        />
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
      ) : step.passkeys_here && hasPasskeys() ? (
        <Button onClick={() => choose('add')}>{t('passkey_add')}</Button>
      ) : null}
    </>
  );
}
