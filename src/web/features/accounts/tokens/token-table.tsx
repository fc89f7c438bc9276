import { zoneDay, zoneLastDay } from '#web/i18n/zone-time.ts';
import { useState } from 'react';
import type { Token } from '#contract/accounts/schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import { useEndToken } from './queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { accountLabels, tokensLabels } from '#web/features/accounts/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';

/** Confirms the end of a token, since it breaks the script. */
function EndDialog({ token, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const t = useLabels(tokensLabels);
  const end = useEndToken();
  return (
    <Dialog title={t('end_title', { name: token.name })} onClose={onClose}>
      <p className={overlaysStyles.paragraph}>{t('end_text')}</p>
      {end.isError ? <ErrorPanel failure={toProblem(end.error)} /> : null}
      <div className={textStyles.row}>
        <Button
          primary
          disabled={end.isPending}
          onClick={() => end.mutate(token.id, { onSuccess: onClose })}
        >
          {t('end')}
        </Button>
        <Button onClick={onClose}>{t('keep')}</Button>
      </div>
    </Dialog>
  );
}

/** Tokens with role, expiry and last use. `owners` adds the owner. */
export function TokenTable({
  caption,
  tokens,
  owners = false,
}: {
  caption: string;
  tokens: readonly Token[];
  owners?: boolean;
}) {
  const t = useLabels(tokensLabels);
  const names = useLabels(accountLabels);
  const language = useLanguage();
  const [ending, setEnding] = useState<Token>();
  const day = (moment: string): string =>
    formatDate(zoneDay(moment), language, language === 'en' ? 'short' : 'long');
  const columns: readonly Column<Token>[] = [
    { id: 'name', label: t('name'), head: true, cell: (token) => token.name },
    ...(owners
      ? [{ id: 'owner', label: t('owner'), cell: (token: Token) => token.owner.name }]
      : []),
    {
      id: 'role',
      label: t('role'),
      cell: ({ role, acts_as, exports_only }) => (
        <>
          {exports_only === true ? t('exports_only') : names(role)}
          {acts_as === role ? null : (
            <small className={accountsStyles.more}>
              {t('role_less', { role: names(acts_as) })}
            </small>
          )}
        </>
      ),
    },
    {
      id: 'until',
      label: t('until'),
      cell: ({ expires_at, state }) => (
        <>
          <span className={textStyles.noWrap}>{day(zoneLastDay(expires_at))}</span>
          {state === 'live' ? null : <small className={accountsStyles.more}>{t(state)}</small>}
        </>
      ),
    },
    {
      id: 'used',
      label: t('used'),
      cell: ({ used_on }) => (
        <span className={textStyles.noWrap}>
          {used_on === undefined ? t('never') : day(used_on)}
        </span>
      ),
    },
    {
      id: 'end',
      right: true,
      label: <span className={textStyles.visuallyHidden}>{t('end')}</span>,
      cell: (token) => (
        <Button quiet onClick={() => setEnding(token)}>
          {t('end')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataTable
        stacks
        caption={caption}
        rows={tokens}
        rowKey={(token) => token.id}
        rowClass={(token) => (token.state === 'live' ? undefined : accountsStyles.disabled)}
        columns={columns}
      />
      {ending === undefined ? null : (
        <EndDialog token={ending} onClose={() => setEnding(undefined)} />
      )}
    </>
  );
}
