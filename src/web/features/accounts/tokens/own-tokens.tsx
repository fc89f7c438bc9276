import { zoneLastDay } from '#web/i18n/zone-time.ts';
import { useState, type FormEvent } from 'react';
import type { OwnAccount } from '#contract/accounts/schemas.ts';
import {
  limitTokenRole,
  tokenLife,
  type TokenRole,
  tokenRoles,
} from '#contract/accounts/constants.ts';
import { formatDate } from '#domain/values/format.ts';
import { isTaken } from '#web/features/accounts/parts/field-errors.ts';
import { OneTimeSecret } from '#web/features/accounts/parts/one-time-secret.tsx';
import { TokenTable } from './token-table.tsx';
import { toProblem } from '#web/data/problem-error.ts';
import { useMakeToken, useTokens } from './queries.ts';
import { accountLabels, tokensLabels } from '#web/features/accounts/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Checkbox, Field, SelectField } from '#web/ui/controls/field.tsx';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

const lives = [7, 30, tokenLife.usual, 180, tokenLife.most];

/** The roles that a token may have: at most that of its account. */
function RoleChoice({
  account,
  role,
  disabled,
  onChange,
}: {
  readonly account: OwnAccount;
  readonly role: TokenRole;
  readonly disabled: boolean;
  readonly onChange: (role: TokenRole) => void;
}) {
  const t = useLabels(tokensLabels);
  const names = useLabels(accountLabels);
  return (
    <SelectField
      disabled={disabled}
      label={t('role')}
      hint={names(`${role}_may`)}
      value={role}
      onChange={({ target }) => onChange(target.value as TokenRole)}
    >
      {tokenRoles
        .filter((one) => limitTokenRole(one, account.role) === one)
        .map((one) => (
          <option key={one} value={one}>
            {names(one)}
          </option>
        ))}
    </SelectField>
  );
}

function MakeToken({ account }: { readonly account: OwnAccount }) {
  const t = useLabels(tokensLabels);
  const language = useLanguage();
  const make = useMakeToken();
  const [isExport, setIsExport] = useState(false);
  const [draft, setDraft] = useState<{ name: string; role: TokenRole; days: number }>({
    name: '',
    role: 'viewer',
    days: tokenLife.usual,
  });
  const failure = make.isError ? toProblem(make.error) : undefined;
  const isNameTaken = isTaken(failure, 'name');
  const send = (event: FormEvent) => {
    event.preventDefault();
    const rights = isExport ? ({ role: 'analyst', exports_only: true } as const) : {};
    const token = {
      ...draft,
      name: draft.name.trim(),
      ...rights,
    };
    make.mutate(token, { onSuccess: () => setDraft({ ...draft, name: '' }) });
  };
  const newToken = make.data;
  return (
    <>
      <form className={fieldRowStyles.row} onSubmit={send}>
        <Field
          label={t('name')}
          hint={t('name_hint')}
          error={isNameTaken ? t('name_taken') : undefined}
          autoComplete="off"
          required
          maxLength={60}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        {limitTokenRole('analyst', account.role) === 'analyst' ? (
          <Checkbox
            label={t('exports_only')}
            hint={t('exports_hint')}
            checked={isExport}
            onChange={(event) => setIsExport(event.target.checked)}
          />
        ) : null}
        <RoleChoice
          account={account}
          role={draft.role}
          disabled={isExport}
          onChange={(role) => setDraft({ ...draft, role })}
        />
        <SelectField
          label={t('days')}
          value={draft.days}
          onChange={(event) => setDraft({ ...draft, days: Number(event.target.value) })}
        >
          {lives.map((n) => (
            <option key={n} value={n}>
              {t('day_count', { n })}
            </option>
          ))}
        </SelectField>
        <Button type="submit" disabled={make.isPending || draft.name.trim() === ''}>
          {t('make')}
        </Button>
      </form>
      {failure === undefined || isNameTaken ? null : <ErrorPanel failure={failure} />}
      {newToken === undefined ? null : (
        <OneTimeSecret
          key={newToken.token.id}
          text={t('ready', {
            name: newToken.token.name,
            day: formatDate(zoneLastDay(newToken.token.expires_at), language, 'long'),
          })}
          label={t('token')}
          value={newToken.secret}
        />
      )}
    </>
  );
}

/** The tokens of the account, and the form of a new one. */
export function OwnTokens({ account }: { readonly account: OwnAccount }) {
  const t = useLabels(tokensLabels);
  const tokens = useTokens();
  return (
    <section>
      <h2>{t('tokens')}</h2>
      <p className={fieldRowStyles.text}>{t('tokens_text')}</p>
      <MakeToken account={account} />
      <QueryView query={tokens} lines={3}>
        {({ items }) => {
          const own = items.filter(({ owner }) => owner.id === account.id);
          return own.length === 0 ? (
            <p className={fieldRowStyles.text}>{t('none')}</p>
          ) : (
            <TokenTable caption={t('tokens')} tokens={own} />
          );
        }}
      </QueryView>
    </section>
  );
}
