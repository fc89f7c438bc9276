import { shareText } from '#web/features/links/labels/share/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useReaderAddress } from './reader-address.ts';

/** Warns that a link with a loopback address opens on this computer only. */
export function LocalAddressNote() {
  const t = useText(shareText);
  const { isLocal } = useReaderAddress();
  return isLocal ? <Notice>{t('only_here', { host: globalThis.location.hostname })}</Notice> : null;
}
