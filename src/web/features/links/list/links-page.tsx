import { useState } from 'react';
import type { ListedLink, SharedLink } from '#contract/links/endpoints.ts';
import { useChangeLink, useLinks } from '#web/features/links/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useSession } from '#web/data/view-queries.ts';
import { linksText } from '#web/features/links/labels/list/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Checkbox } from '#web/ui/controls/field.tsx';
import { LinkWarningNotes } from '#web/features/links/share/link-warnings.tsx';
import { EndAllDialog, EndDialog, RenewDialog } from './link-dialogs.tsx';
import { dayOf, openedOf, scopeOf, stateOf } from './link-summary.ts';
import './links.css';

const isOver = ({ state }: SharedLink): boolean => state === 'ended' || state === 'expired';
const Two = ({ lines: [first, second] }: { readonly lines: readonly [string, string] }) => (
  <>
    {first}
    {second === '' ? null : <small>{second}</small>}
  </>
);

function Links({ links }: { readonly links: readonly ListedLink[] }) {
  const t = useText(linksText);
  const language = useLanguage();
  const session = useSession().data;
  const all = session?.may.includes('share_all') === true;
  const change = useChangeLink();
  const [ended, setEnded] = useState(false);
  const [asked, setAsked] = useState<
    { readonly kind: 'renew' | 'end'; readonly link: SharedLink } | { readonly kind: 'all' }
  >();
  const [said, setSaid] = useState('');
  const close = () => setAsked(undefined);
  const open = links.filter((link) => !isOver(link) || link.state === 'expired');
  const shown = ended ? links : links.filter((link) => link.state !== 'ended');
  const turn = (link: SharedLink, state: 'live' | 'paused') =>
    change.mutate(
      { id: link.id, patch: { state } },
      {
        onSuccess: (now) =>
          setSaid(t('changed', { name: now.name, state: stateOf(now.state, language) })),
      },
    );
  const actions = (link: SharedLink) =>
    link.state === 'ended' ? (
      '—'
    ) : (
      <span className="linkacts">
        {link.state === 'live' ? (
          <TextButton onClick={() => turn(link, 'paused')}>{t('pause')}</TextButton>
        ) : null}
        {link.state === 'paused' && link.paused_for !== 'owner' ? (
          <TextButton onClick={() => turn(link, 'live')}>{t('resume')}</TextButton>
        ) : null}
        <TextButton onClick={() => setAsked({ kind: 'renew', link })}>{t('renew')}</TextButton>
        <TextButton onClick={() => setAsked({ kind: 'end', link })}>{t('end')}</TextButton>
      </span>
    );
  const state = (link: SharedLink) => {
    const who =
      link.state === 'live' ||
      link.state === 'expired' ||
      link.state_by === undefined ||
      link.state_at === undefined;
    const by = who
      ? ''
      : t('by_on', { who: link.state_by ?? '', date: dayOf(link.state_at ?? '', language) });
    return (
      <>
        <span className={`linkstate ${link.state}`}>{stateOf(link.state, language)}</span>
        {link.paused_for === 'owner' ? (
          <small>{t('paused_owner')}</small>
        ) : by === '' ? null : (
          <small>{by}</small>
        )}
      </>
    );
  };
  const scope = (link: ListedLink) => (
    <>
      <Two lines={scopeOf(link, language)} />
      <LinkWarningNotes warnings={link.warnings} />
    </>
  );
  const columns: readonly Column<ListedLink>[] = [
    {
      id: 'name',
      label: t('col_name'),
      head: true,
      cell: (link) => <Two lines={[link.name, link.title ?? '']} />,
    },
    { id: 'scope', label: t('col_scope'), cell: scope },
    { id: 'state', label: t('col_state'), cell: state },
    {
      id: 'until',
      label: t('col_until'),
      cell: (link) => <span className="num">{dayOf(link.expires_at, language)}</span>,
    },
    {
      id: 'opened',
      label: t('col_opened'),
      cell: (link) => <Two lines={openedOf(link, language)} />,
    },
    ...(all
      ? [
          {
            id: 'owner',
            label: t('col_owner'),
            cell: (link: SharedLink) =>
              link.owner.id === 'local' ? t('local_owner') : link.owner.name,
          },
        ]
      : []),
    { id: 'actions', label: t('col_actions'), cell: actions },
  ];
  if (links.length === 0) return <EmptyState title={t('none')} />;
  return (
    <>
      <div className="linkbar">
        <Checkbox
          label={t('show_ended')}
          checked={ended}
          onChange={(event) => setEnded(event.target.checked)}
        />
        {open.length > 0 ? (
          <Button onClick={() => setAsked({ kind: 'all' })}>
            {t(all ? 'end_all' : 'end_own')}
          </Button>
        ) : null}
      </div>
      <p role="status" className="quiet">
        {said}
      </p>
      {change.isError ? <ErrorPanel failure={toProblem(change.error)} /> : null}
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={shown}
        rowKey={(link) => link.id}
        rowClass={(link) => (isOver(link) ? 'over' : undefined)}
      />
      {asked?.kind === 'renew' ? <RenewDialog link={asked.link} onClose={close} /> : null}
      {asked?.kind === 'end' ? <EndDialog link={asked.link} onClose={close} /> : null}
      {asked?.kind === 'all' ? (
        <EndAllDialog
          count={open.length}
          owner={all ? undefined : open[0]?.owner.id}
          onClose={close}
          onEnded={(n) => setSaid(t('ended', { n }))}
        />
      ) : null}
    </>
  );
}

/** Every link that this reader may see, with who opened it and what can be done about it. */
export function LinksPage() {
  const t = useText(linksText);
  const all = useSession().data?.may.includes('share_all') === true;
  const query = useLinks();
  return (
    <div className="links">
      <p className="p">{t(all ? 'lead' : 'lead_own')}</p>
      <QueryView query={query}>{({ items }) => <Links links={items} />}</QueryView>
    </div>
  );
}
