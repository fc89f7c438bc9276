import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Link } from 'react-router-dom';
import { sharedPage, sharedViews, type MadeLink } from '#contract/links/endpoints.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { useCreateLink, useLinkCheck } from '#web/features/links/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { idempotencyKey } from '#web/data/transport.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { shareText } from '#web/features/links/labels/share/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import type { PageId } from '#contract/core/pages.ts';
import { wallAddress, wholeAddress } from '#web/url/link-address.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { AddressBox, CopyBox } from './address-box.tsx';
import { draftFrom, emptyForm, linkFrom, type ShareForm } from './share-form.ts';
import { LocalAddressNote } from './local-address-note.tsx';
import { useReaderAddress } from './reader-address.ts';
import { ShareFields } from './share-fields.tsx';
import { LinkWarningNotes } from './link-warnings.tsx';
import { SharePreview } from './share-preview.tsx';
import './share.css';

/** After so long without another change somebody has stopped typing. */
const settledMs = 400;

/** A value as it was when it last stood still; compared by its JSON. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), settledMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The HTML that shows a figure in a page, which says its site (Headway shows the figure to no other); its height is told by `postMessage`, and stands at one that fits most. Whom the link is for is not in it. */
const frameFor = (address: string): string =>
  `<iframe src="${escaped(address)}" title="Headway" width="100%" height="560" style="border:0" loading="lazy" referrerpolicy="origin"></iframe>`;

interface DialogProps {
  readonly overview: Overview;
  /** The page that is looked at. */
  readonly route: PageId | undefined;
  readonly onClose: () => void;
}

/** The link that was made; its secret is on no server and in no list, so it is copied now or never. */
function Made({
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
  const t = useText(shareText);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const { link, address } = made;
  const { base } = useReaderAddress();
  return (
    <>
      <LocalAddressNote />
      <p className="p">
        {t('made_text', {
          name: link.name,
          date: formatDate(link.expires_at.slice(0, 10), language, 'long'),
        })}
      </p>
      {link.view.embed === undefined ? (
        <>
          <AddressBox address={wholeAddress(address, base)} />
          <p className="quiet">{t('cut', { page: wholeAddress(sharedPage, base) })}</p>
          {link.view.page === 'overview' && link.frozen === undefined ? (
            <>
              <CopyBox
                primary={false}
                label={t('wall')}
                copy={t('copy')}
                text={wallAddress(address, base)}
              />
              <p className="quiet">{t('wall_text')}</p>
            </>
          ) : null}
        </>
      ) : (
        <>
          <CopyBox
            label={t('code')}
            copy={t('copy_code')}
            text={frameFor(wholeAddress(address, base))}
          />
          <p className="quiet">{t('code_text')}</p>
        </>
      )}
      {secret ? <p className="quiet">{t('password_apart')}</p> : null}
      <div className="row">
        <Button onClick={onAnother}>{t('another')}</Button>
        <Link className="btn" to={hrefTo('/links')} onClick={onClose}>
          {t('all_links')}
        </Link>
      </div>
    </>
  );
}

/** Makes a shared link of the view. Only who it is for has to be typed; the reader's view can be seen before. */
export function ShareDialog({ overview, route, onClose }: DialogProps) {
  const t = useText(shareText);
  const language = useLanguage();
  const { view } = useViewState();
  const [today] = useState(() => serverDay());
  const [form, setForm] = useState(() => emptyForm(today, language));
  const [step, setStep] = useState<'fields' | 'preview'>('fields');
  const [key, setKey] = useState(idempotencyKey);
  const create = useCreateLink();
  const change = (to: Partial<ShareForm>) => setForm((before) => ({ ...before, ...to }));
  const { as_of, compare = as_of } = overview;
  // without two days nothing changed
  const page = sharedViews.find((one) => one === route && (one !== 'changes' || compare < as_of));
  const measure = overview.targets.find(({ indicator }) => indicator === view.m)?.indicator;
  const draft = draftFrom(form, {
    page: page ?? 'overview',
    view,
    measure,
    days: { from: compare, to: as_of },
  });
  const day = (date: string): string => formatDate(date, language, 'long');
  const check = useLinkCheck(
    useSettled(linkFrom({ ...form, password: '', title: '', note: '', publish: false }, draft)),
  );
  const fields = useRef<HTMLFormElement>(null);
  const ready = create.data === undefined && step === 'fields';
  useEffect(() => {
    // after the dialog has opened, which puts the focus on its first button
    if (ready) queueMicrotask(() => fields.current?.querySelector('input')?.focus());
  }, [ready]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ link: linkFrom(form, draft), key });
  };
  // codes that no project has: left as they are, the project that was meant would be shown
  const errors = create.isError ? (toProblem(create.error).problem?.errors ?? []) : [];
  const unknown = errors.flatMap(({ path, value }) =>
    path === 'profile.without' && value !== undefined ? [String(value)] : [],
  );
  const again = () => {
    create.reset();
    setKey(idempotencyKey());
    setForm(emptyForm(today, language));
  };
  if (create.data !== undefined)
    return (
      <Dialog side title={t('made')} onClose={onClose}>
        <Made
          made={create.data}
          secret={form.password !== ''}
          onClose={onClose}
          onAnother={again}
        />
      </Dialog>
    );
  if (step === 'preview')
    return (
      <Dialog side title={t('preview_of')} onClose={onClose}>
        <div className="row">
          <Button icon="left" onClick={() => setStep('fields')}>
            {t('back')}
          </Button>
        </div>
        <SharePreview draft={draft} />
      </Dialog>
    );
  return (
    <Dialog side title={t('title')} onClose={onClose}>
      <form className="share" onSubmit={send} ref={fields}>
        {page === undefined ? <p className="p">{t('lead_other')}</p> : null}
        <p className="p">
          {t(`lead_${page ?? 'overview'}`, { date: day(as_of), from: day(compare) })}
        </p>
        {page === 'projects' && view.q !== '' ? <p className="p">{t('without_search')}</p> : null}
        {view.cur !== undefined || view.rates !== undefined ? (
          <p className="p">{t('without_rates')}</p>
        ) : null}
        <ShareFields
          form={form}
          day={day(as_of)}
          onChange={change}
          today={today}
          unknown={unknown}
          page={page ?? 'overview'}
        />
        {create.isError && unknown.length === 0 ? (
          <ErrorPanel failure={toProblem(create.error)} />
        ) : null}
        <div role="status">
          <LinkWarningNotes warnings={check.data?.warnings ?? []} />
        </div>
        <div className="row sharesend">
          <Button primary type="submit" icon="link" disabled={create.isPending}>
            {t(create.isPending ? 'making' : 'make')}
          </Button>
          <Button onClick={() => setStep('preview')}>{t('preview')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
