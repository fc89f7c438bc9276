import type { OwnSession } from '#contract/accounts/schemas.ts';
import { inBrackets } from '#domain/values/language.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { useEndSession } from '#web/features/accounts/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import * as textStyles from '#web/ui/text.module.css';

/** The sessions of the account, which can be ended. */
export function Sessions({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const t = useLabels(accountLabels);
  const language = useLanguage();
  const moment = useMoment();
  const end = useEndSession();
  return (
    <section>
      <h2>{t('sessions')}</h2>
      {end.isError ? <ErrorPanel failure={toProblem(end.error)} /> : null}
      <DataTable
        stacks
        caption={t('sessions')}
        rows={sessions}
        rowKey={(row) => row.id}
        columns={[
          {
            id: 'device',
            label: t('device'),
            head: true,
            cell: (row) => (
              <>
                {row.device === '' ? t('device_unknown') : row.device}
                {row.current ? <small>{inBrackets(t('this_one'), language)}</small> : null}
              </>
            ),
          },
          {
            id: 'since',
            label: t('since'),
            cell: (row) => <span className={textStyles.noWrap}>{moment(row.created_at)}</span>,
          },
          {
            id: 'used',
            label: t('last_used'),
            cell: (row) => <span className={textStyles.noWrap}>{moment(row.seen_at)}</span>,
          },
          {
            id: 'end',
            right: true,
            label: <span className={textStyles.visuallyHidden}>{t('end')}</span>,
            cell: (row) =>
              row.current ? null : (
                <Button disabled={end.isPending} onClick={() => end.mutate(row.id)}>
                  {t('end')}
                </Button>
              ),
          },
        ]}
      />
      {sessions.length > 2 ? (
        <Button disabled={end.isPending} onClick={() => end.mutate(undefined)}>
          {t('end_others')}
        </Button>
      ) : null}
    </section>
  );
}
