import { shareLabels } from '#web/features/links/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useReaderAddress } from './reader-address.ts';

/** Warns that a link with a loopback address opens on this computer only. */
export function LocalAddressNote() {
  const t = useLabels(shareLabels);
  const { isLocal } = useReaderAddress();
  return isLocal ? <Notice>{t('only_here', { host: globalThis.location.hostname })}</Notice> : null;
}
