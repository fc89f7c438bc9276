import { shareLabels } from '#web/features/links/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { addressOfView } from '#web/url/link-address.ts';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { AddressBox } from './address-box.tsx';
import './share.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';

/** Shares the address of the view, since the demo can't store links. */
export function DemoShareDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useLabels(shareLabels);
  const language = useLanguage();
  return (
    <Dialog side title={t('demo_title')} onClose={onClose}>
      <p className={overlaysStyles.paragraph}>{t('demo_text')}</p>
      <AddressBox address={addressOfView(language)} />
    </Dialog>
  );
}
