import { zoneLastDay } from '#web/i18n/zone-time.ts';
import { useState } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { sharedPage } from '#contract/links/constants.ts';
import type { MadeLink, LinkDraft } from '#contract/links/schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import { useCreateLink, useLinkPreview } from '#web/features/links/queries.ts';
import { idempotencyKey } from '#web/data/transport.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { maySharePolicy } from '#domain/zone/link-policy.ts';
import { useSession, useZone } from '#web/data/queries.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useLanguage, useLabels, LanguageProvider } from '#web/i18n/text.ts';
import { wallAddress, wholeAddress } from '#web/url/link-address.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { AddressBox, CopyBox } from './address-box.tsx';
import { EmbedCodeBox } from './embed-code-box.tsx';
import { linkFrom } from './share-form.ts';
import { ShareFormView } from './share-form-view.tsx';
import { LocalAddressNote } from './local-address-note.tsx';
import { useReaderAddress } from './reader-address.ts';
import { type ShareDraftInput, useShareDraft } from './use-share-draft.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';
import * as textStyles from '#web/ui/text.module.css';
import type { PageId } from '#contract/core/pages.ts';
import { useSavedCharts } from '#web/features/charts/saved/queries.ts';
import { EmbeddedFigure } from '#web/features/links/view/embedded-figure.tsx';
import { SharedView } from '#web/features/links/view/shared-view.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import * as shareStyles from './share.module.css';

/**
 * The recipient's page as the server makes it, in the recipient's language, whose labels may load
 * first.
 */
export function SharePreview({ draft }: { readonly draft: LinkDraft }) {
  const { language } = draft;
  const query = useLinkPreview(draft);
  return (
    <div className={shareStyles.preview} lang={language}>
      <LanguageProvider key={language} value={language} fallback={<Skeleton lines={8} />}>
        <QueryView query={query}>
          {(payload) =>
            payload.view.embed === undefined ? (
              <SharedView payload={payload} />
            ) : (
              <EmbeddedFigure payload={payload} />
            )
          }
        </QueryView>
      </LanguageProvider>
    </div>
  );
}

/** Reads the saved chart that the page of charts shows. */
function useSavedChart(route: PageId | undefined) {
  const { saved } = useViewState().view;
  const charts = useSavedCharts();
  if (route !== 'charts' || saved === undefined) return { isPending: false };
  return {
    isPending: charts.isPending,
    chart: charts.data?.items.find(({ id }) => id === saved),
  };
}

type DialogProps = Omit<ShareDraftInput, 'policy' | 'saved'> & { readonly onClose: () => void };

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
          date: formatDate(zoneLastDay(link.expires_at), language, 'long'),
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

/**
 * Makes a shared link of the view, as the rules of the zone allow. Only the recipient's name is
 * required; a preview shows the recipient's page.
 */
export function ShareDialog(props: DialogProps) {
  const t = useLabels(shareLabels);
  const [zone, session] = [useZone(), useSession()];
  const saved = useSavedChart(props.route);
  const policy = zone.data?.link_policy ?? {};
  if (zone.isPending || saved.isPending || session.isPending || session.data === undefined)
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
  return <ShareSteps {...props} policy={policy} saved={saved.chart} />;
}

function ShareSteps(props: ShareDraftInput & Pick<DialogProps, 'onClose'>) {
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
