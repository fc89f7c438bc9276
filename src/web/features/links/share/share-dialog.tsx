import { zoneDay } from '#web/i18n/zone-time.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { useEffect, useRef, useState } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { sharedPage, sharedViews } from '#contract/links/constants.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import type { PageId } from '#contract/core/pages.ts';
import { chartRefusals, namesColumn } from '#domain/redaction/analysis/chart-refusal.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { useCreateLink, useLinkCheck } from '#web/features/links/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { idempotencyKey } from '#web/data/transport.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { maySharePolicy } from '#domain/zone/link-policy.ts';
import type { LinkPolicy } from '#domain/zone/zone.ts';
import { useSession, useZone } from '#web/data/queries.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { wallAddress, wholeAddress } from '#web/url/link-address.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { AddressBox, CopyBox } from './address-box.tsx';
import { Checkbox } from '#web/ui/controls/field.tsx';
import { describeChartLink, findRefusal, listFigures } from './chart-sharing.ts';
import { EmbedCodeBox } from './embed-code-box.tsx';
import { draftFrom, emptyForm, linkFrom, type ShareForm } from './share-form.ts';
import { useSavedTitle } from './saved-title.ts';
import { LocalAddressNote } from './local-address-note.tsx';
import { useReaderAddress } from './reader-address.ts';
import { ShareFields } from './share-fields.tsx';
import { LinkWarningNotes } from './link-warnings.tsx';
import { SharePreview } from './share-preview.tsx';
import * as shareStyles from './share.module.css';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Pause without changes before a value counts as settled. */
const settledMs = 400;

/** Returns the value as of its last pause in changes. Values are compared by their JSON. */
function useSettled<T>(value: T): T {
  const [settledValue, setSettledValue] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettledValue(JSON.parse(text) as T), settledMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settledValue;
}

interface DialogProps {
  readonly overview: Overview;
  /** The current page. */
  readonly route: PageId | undefined;
  readonly onClose: () => void;
}

/** A created link. Its address is shown once, since no server stores the secret. */
function CreatedLink({
  made,
  secret,
  onClose,
  onAnother,
}: {
  readonly made: MadeLink;
  readonly secret: boolean;
  readonly onClose: () => void;
  readonly onAnother: () => void;
}) {
  const t = useLabels(shareLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const { link, address } = made;
  const { base } = useReaderAddress();
  return (
    <>
      <LocalAddressNote />
      <p className={overlaysStyles.paragraph}>
        {t('made_text', {
          name: link.name,
          date: formatDate(zoneDay(link.expires_at), language, 'long'),
        })}
      </p>
      {link.view.embed === undefined ? (
        <>
          <AddressBox address={wholeAddress(address, base)} />
          <p className={textStyles.quiet}>{t('cut', { page: wholeAddress(sharedPage, base) })}</p>
          {link.view.page === 'overview' && link.frozen === undefined ? (
            <>
              <CopyBox
                primary={false}
                label={t('wall')}
                copy={t('copy')}
                text={wallAddress(address, base)}
              />
              <p className={textStyles.quiet}>{t('wall_text')}</p>
            </>
          ) : null}
        </>
      ) : (
        <>
          <EmbedCodeBox link={link} address={wholeAddress(address, base)} />
          <p className={textStyles.quiet}>{t('code_text')}</p>
        </>
      )}
      {secret ? <p className={textStyles.quiet}>{t('password_apart')}</p> : null}
      <div className={textStyles.row}>
        <Button onClick={onAnother}>{t('another')}</Button>
        <Link className={controlsStyles.button} to={hrefTo('/links')} onClick={onClose}>
          {t('all_links')}
        </Link>
      </div>
    </>
  );
}

/** The form of a new link, and the draft that it makes of the current view. */
function useShareDraft({ overview, route, policy, title }: StepsProps) {
  const language = useLanguage();
  const { view } = useViewState();
  const [today] = useState(() => serverDay());
  const [form, setForm] = useState(() => ({ ...emptyForm(today, language, policy), title }));
  const { as_of, compare = as_of } = overview;
  // Changes need two days.
  const sharedPage = sharedViews.find(
    (one) => one === route && (one !== 'changes' || compare < as_of),
  );
  const page = sharedPage ?? 'overview';
  const measure = overview.targets.map(targetKey).find((key) => key === view.m);
  const draft = draftFrom(form, { page, view, measure, days: { from: compare, to: as_of } });
  const checkedForm = { ...form, password: '', title: '', note: '', publish: false };
  const check = useLinkCheck(useSettled(linkFrom(checkedForm, draft)));
  return {
    form,
    draft,
    page,
    today,
    policy,
    /** The route has a shared view of its own. */
    isSharedPage: sharedPage !== undefined,
    as_of,
    compare,
    warnings: check.data?.warnings ?? [],
    change: (changes: Partial<ShareForm>) => setForm((before) => ({ ...before, ...changes })),
    clear: () => setForm({ ...emptyForm(today, language, policy), title }),
  };
}

/**
 * Makes a shared link of the view, as the rules of the zone allow. Only the recipient's name is
 * required; a preview shows the recipient's page.
 */
export function ShareDialog(props: DialogProps) {
  const t = useLabels(shareLabels);
  const [zone, session] = [useZone(), useSession()];
  const title = useSavedTitle(props.route);
  const policy = zone.data?.link_policy ?? {};
  if (zone.isPending || title === undefined || session.isPending || session.data === undefined)
    return (
      <Dialog side title={t('title')} onClose={props.onClose}>
        <QueryView query={session}>{() => null}</QueryView>
      </Dialog>
    );
  const { mode, role } = session.data;
  const hasNoAccount = mode === 'local' || mode === 'key';
  if (!hasNoAccount && !maySharePolicy(policy, role))
    return (
      <Dialog side title={t('title')} onClose={props.onClose}>
        <Notice>{t(policy.sharer === 'admin' ? 'only_admins' : 'only_managers')}</Notice>
      </Dialog>
    );
  return <ShareSteps {...props} policy={policy} title={title} />;
}

interface StepsProps extends DialogProps {
  readonly policy: LinkPolicy;
  /** The title of the saved chart of the page; empty without one. */
  readonly title: string;
}
function ShareSteps(props: StepsProps) {
  const { onClose } = props;
  const t = useLabels(shareLabels);
  const share = useShareDraft(props);
  const { form, draft } = share;
  const [step, setStep] = useState<'fields' | 'preview'>('fields');
  const [key, setKey] = useState(idempotencyKey);
  const create = useCreateLink();
  if (create.data !== undefined)
    return (
      <Dialog side title={t('made')} onClose={onClose}>
        <CreatedLink
          made={create.data}
          secret={form.password !== ''}
          onClose={onClose}
          onAnother={() => {
            create.reset();
            setKey(idempotencyKey());
            share.clear();
          }}
        />
      </Dialog>
    );
  if (step === 'preview')
    return (
      <Dialog side title={t('preview_of')} onClose={onClose}>
        <div className={textStyles.row}>
          <Button icon="left" onClick={() => setStep('fields')}>
            {t('back')}
          </Button>
        </div>
        <SharePreview draft={draft} />
      </Dialog>
    );
  return (
    <Dialog side title={t('title')} onClose={onClose}>
      <ShareFormView
        share={share}
        create={create}
        onSubmit={() => create.mutate({ link: linkFrom(form, draft), key })}
        onPreview={() => setStep('preview')}
      />
    </Dialog>
  );
}

function ShareFormView({
  share,
  create,
  onSubmit,
  onPreview,
}: {
  readonly share: ReturnType<typeof useShareDraft>;
  readonly create: ReturnType<typeof useCreateLink>;
  readonly onSubmit: () => void;
  readonly onPreview: () => void;
}) {
  const t = useLabels(shareLabels);
  const c = useLabels(chartLinkLabels);
  const language = useLanguage();
  const { view } = useViewState();
  const { form, page, today, as_of, compare, change } = share;
  const day = (date: string): string => formatDate(date, language, 'long');
  const fields = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The dialog focuses its first button when it opens.
    queueMicrotask(() => fields.current?.querySelector('input')?.focus());
  }, []);
  // An unknown code would leave the intended project in the link.
  const errors = create.isError ? (toProblem(create.error).problem?.errors ?? []) : [];
  const unknownCodes = errors.flatMap(({ path, value }) =>
    path === 'profile.without' && value !== undefined ? [String(value)] : [],
  );
  const refusedChart = chartRefusals.find((one) =>
    errors.some(({ path, value }) => path === 'view.chart' && value === one),
  );
  const refusal = findRefusal(share.draft) ?? refusedChart;
  return (
    <form
      className={shareStyles.form}
      ref={fields}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {share.isSharedPage ? null : <p className={overlaysStyles.paragraph}>{t('lead_other')}</p>}
      <p className={overlaysStyles.paragraph}>
        {page === 'charts' || page === 'outlook'
          ? describeChartLink(share.draft.view, c, {
              language,
              date: day(as_of),
            })
          : t(`lead_${page}`, { date: day(as_of), from: day(compare) })}
      </p>
      {refusal === undefined ? null : (
        <Notice kind="bad" live>
          {c('refused')} {c(refusal)}
        </Notice>
      )}
      {share.draft.view.chart !== undefined && namesColumn(share.draft.view.chart) ? (
        <Checkbox
          label={c('shows_columns')}
          checked={form.columns}
          onChange={({ target }) => change({ columns: target.checked })}
        />
      ) : null}
      {page === 'projects' && view.q !== '' ? (
        <p className={overlaysStyles.paragraph}>{t('without_search')}</p>
      ) : null}
      {view.cur !== undefined || view.rates !== undefined ? (
        <p className={overlaysStyles.paragraph}>{t('without_rates')}</p>
      ) : null}
      <ShareFields
        {...{ form, today, unknownCodes, page }}
        figures={listFigures(page, share.draft.view, language)}
        policy={share.policy}
        day={day(as_of)}
        onChange={change}
      />
      {create.isError && unknownCodes.length === 0 && refusedChart === undefined ? (
        <ErrorPanel failure={toProblem(create.error)} />
      ) : null}
      <div role="status">
        <LinkWarningNotes warnings={share.warnings} />
      </div>
      <div className={`${textStyles.row} ${shareStyles.submit}`}>
        <Button
          primary
          type="submit"
          icon="link"
          disabled={create.isPending || findRefusal(share.draft) !== undefined}
        >
          {t(create.isPending ? 'making' : 'make')}
        </Button>
        <Button onClick={onPreview}>{t('preview')}</Button>
      </div>
    </form>
  );
}
