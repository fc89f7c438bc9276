import type { SharedLink } from '#contract/links/schemas.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { linkListLabels, shareLabels } from '#web/features/links/labels/index.ts';
import { useReplaceLink } from '#web/features/links/queries.ts';
import { AddressBox } from '#web/features/links/share/address-box.tsx';
import { EmbedCodeBox } from '#web/features/links/share/embed-code-box.tsx';
import { LocalAddressNote } from '#web/features/links/share/local-address-note.tsx';
import { useReaderAddress } from '#web/features/links/share/reader-address.ts';
import { useLabels } from '#web/i18n/text.ts';
import { wholeAddress } from '#web/url/link-address.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Confirms that a link is replaced, then shows the address of the new one once. */
export function ReplaceDialog({
  link,
  onClose,
}: {
  readonly link: SharedLink;
  readonly onClose: () => void;
}) {
  const t = useLabels(linkListLabels);
  const s = useLabels(shareLabels);
  const { base } = useReaderAddress();
  const replace = useReplaceLink();
  const newLink = replace.data;
  if (newLink !== undefined) {
    const address = wholeAddress(newLink.address, base);
    return (
      <Dialog title={s('made')} onClose={onClose}>
        <LocalAddressNote />
        <p className={overlaysStyles.paragraph}>{t('replaced')}</p>
        {newLink.link.view.embed === undefined ? (
          <AddressBox address={address} />
        ) : (
          <EmbedCodeBox link={newLink.link} address={address} />
        )}
      </Dialog>
    );
  }
  return (
    <Dialog title={t('replace_title', { name: link.name })} onClose={onClose}>
      <p className={overlaysStyles.paragraph}>{t('replace_text')}</p>
      {replace.isError ? <ErrorPanel failure={toProblem(replace.error)} /> : null}
      <div className={textStyles.row}>
        <Button primary disabled={replace.isPending} onClick={() => replace.mutate(link.id)}>
          {t('replace')}
        </Button>
        <Button onClick={onClose}>{t('keep')}</Button>
      </div>
    </Dialog>
  );
}
