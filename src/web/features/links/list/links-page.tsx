import { zoneLastDay } from '#web/i18n/zone-time.ts';
import { lazy, Suspense, useState } from 'react';
import type { ListedLink, SharedLink } from '#contract/links/schemas.ts';
import { useChangeLink, useLinks } from '#web/features/links/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useSession } from '#web/data/view-queries.ts';
import { linkListLabels } from '#web/features/links/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Checkbox } from '#web/ui/controls/field.tsx';
import { LinkWarningNotes } from '#web/features/links/share/link-warnings.tsx';
import type { OpenDialog } from './link-dialog.tsx';
import { formatDay, describeVisits, describeScope, describeState } from './link-summary.ts';
import * as linksStyles from './links.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';
import * as textStyles from '#web/ui/text.module.css';

const isOver = ({ state }: SharedLink): boolean => state === 'ended' || state === 'expired';
const TwoLines = ({ lines: [first, second] }: { readonly lines: readonly [string, string] }) => (
  <>
    {first}
    {second === '' ? null : <small>{second}</small>}
  </>
);

const LinkDialog = lazy(async () => ({ default: (await import('./link-dialog.tsx')).LinkDialog }));

const useMayShareAll = (): boolean => useSession().data?.may.includes('share_all') === true;

function LinkList({ links }: { readonly links: readonly ListedLink[] }) {
  const t = useLabels(linkListLabels);
  const language = useLanguage();
  const mayShareAll = useMayShareAll();
  const change = useChangeLink();
  const [showsEnded, setShowsEnded] = useState(false);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [status, setStatus] = useState('');
  const columns = useLinkColumns(setDialog, (link, state) =>
    change.mutate(
      { id: link.id, patch: { state } },
      {
        onSuccess: (now) =>
          setStatus(t('changed', { name: now.name, state: describeState(now.state, language) })),
      },
    ),
  );
  const open = links.filter(({ state }) => state !== 'ended');
  if (links.length === 0) return <EmptyState title={t('none')} />;
  return (
    <>
      <div className={linksStyles.toolbar}>
        <Checkbox
          label={t('show_ended')}
          checked={showsEnded}
          onChange={(event) => setShowsEnded(event.target.checked)}
        />
        {open.length > 0 ? (
          <Button onClick={() => setDialog({ kind: 'all' })}>
            {t(mayShareAll ? 'end_all' : 'end_own')}
          </Button>
        ) : null}
      </div>
      <p role="status" className={textStyles.quiet}>
        {status}
      </p>
      {change.isError ? <ErrorPanel failure={toProblem(change.error)} /> : null}
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={showsEnded ? links : open}
        rowKey={(link) => link.id}
        rowClass={(link) => (isOver(link) ? linksStyles.over : undefined)}
      />
      {dialog === undefined ? null : (
        <Suspense>
          <LinkDialog
            dialog={dialog}
            count={open.length}
            owner={mayShareAll ? undefined : open[0]?.owner.id}
            onClose={() => setDialog(undefined)}
            onEnded={(n) => setStatus(t('ended', { n }))}
          />
        </Suspense>
      )}
    </>
  );
}

type SetState = (link: SharedLink, state: 'live' | 'paused') => void;

function useLinkColumns(
  onDialog: (dialog: OpenDialog) => void,
  onState: SetState,
): readonly Column<ListedLink>[] {
  const t = useLabels(linkListLabels);
  const language = useLanguage();
  const owner = (link: SharedLink) =>
    link.owner.id === 'local' ? t('local_owner') : link.owner.name;
  return [
    {
      id: 'name',
      label: t('col_name'),
      head: true,
      cell: (link) => <TwoLines lines={[link.name, link.title ?? '']} />,
    },
    {
      id: 'scope',
      label: t('col_scope'),
      cell: (link) => (
        <>
          <TwoLines lines={describeScope(link, language)} />
          <LinkWarningNotes warnings={link.warnings} />
          {isOver(link) || link.broken_rules.length === 0 ? null : (
            <small>
              {t('against_rules', {
                rules: link.broken_rules.map((rule) => t(`rule_${rule}`)).join(t('list')),
              })}
            </small>
          )}
        </>
      ),
    },
    { id: 'state', label: t('col_state'), cell: (link) => <LinkState link={link} /> },
    {
      id: 'until',
      label: t('col_until'),
      cell: (link) => (
        <span className={textStyles.number}>
          <i className={linksStyles.label}>{t('col_until')}</i>
          {formatDay(zoneLastDay(link.expires_at), language)}
        </span>
      ),
    },
    {
      id: 'opened',
      label: t('col_opened'),
      cell: (link) => <TwoLines lines={describeVisits(link, language)} />,
    },
    ...(useMayShareAll() ? [{ id: 'owner', label: t('col_owner'), cell: owner }] : []),
    {
      id: 'actions',
      label: t('col_actions'),
      cell: (link) => <LinkActions link={link} onDialog={onDialog} onState={onState} />,
    },
  ];
}

/** The state of a link, with who paused or ended it. */
function LinkState({ link }: { readonly link: SharedLink }) {
  const t = useLabels(linkListLabels);
  const language = useLanguage();
  const { state, state_by: who, state_at: at, paused_for } = link;
  const isStopped = state === 'paused' || state === 'ended';
  const note =
    paused_for === 'owner'
      ? t('paused_owner')
      : isStopped && who !== undefined && at !== undefined
        ? t('by_on', { who, date: formatDay(at, language) })
        : undefined;
  return (
    <>
      <span
        className={
          state === 'live' ? `${linksStyles.state} ${linksStyles.live}` : linksStyles.state
        }
      >
        {describeState(state, language)}
      </span>
      {note === undefined ? null : <small>{note}</small>}
    </>
  );
}

function LinkActions({
  link,
  onDialog,
  onState,
}: {
  readonly link: SharedLink;
  readonly onDialog: (dialog: OpenDialog) => void;
  readonly onState: SetState;
}) {
  const t = useLabels(linkListLabels);
  if (link.state === 'ended') return '—';
  return (
    <span className={linksStyles.actions}>
      {link.state === 'live' ? (
        <TextButton onClick={() => onState(link, 'paused')}>{t('pause')}</TextButton>
      ) : null}
      {link.state === 'paused' && link.paused_for !== 'owner' ? (
        <TextButton onClick={() => onState(link, 'live')}>{t('resume')}</TextButton>
      ) : null}
      <TextButton onClick={() => onDialog({ kind: 'renew', link })}>{t('renew')}</TextButton>
      <TextButton onClick={() => onDialog({ kind: 'replace', link })}>{t('replace')}</TextButton>
      <TextButton onClick={() => onDialog({ kind: 'end', link })}>{t('end')}</TextButton>
    </span>
  );
}

/** The shared links that the reader may manage, with their visits and actions. */
export function LinksPage() {
  const t = useLabels(linkListLabels);
  const mayShareAll = useMayShareAll();
  const query = useLinks();
  return (
    <div className={linksStyles.page}>
      <p className={overlaysStyles.paragraph}>{t(mayShareAll ? 'lead' : 'lead_own')}</p>
      <QueryView query={query}>{({ items }) => <LinkList links={items} />}</QueryView>
    </div>
  );
}
