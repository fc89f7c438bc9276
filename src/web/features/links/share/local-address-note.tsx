import { shareText } from '#web/features/links/labels/share/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useReaderAddress } from './reader-address.ts';

/** Warns beside a link that was made on a loopback address: nobody elsewhere can open it. */
export function LocalAddressNote() {
  const t = useText(shareText);
  const { isLocal } = useReaderAddress();
  return isLocal ? <Notice>{t('only_here', { host: globalThis.location.hostname })}</Notice> : null;
}
