import type { InvitationResult } from '#contract/accounts/schemas.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { ShownOnce } from '#web/features/accounts/parts/one-time-secret.tsx';
import { organisationText } from '#web/features/accounts/labels/single-sign-on/index.ts';
import { peopleText } from '#web/features/accounts/labels/people/index.ts';
import { useText } from '#web/i18n/text.ts';
import { LocalAddressNote } from '#web/features/links/share/local-address-note.tsx';
import { useReaderAddress } from '#web/features/links/share/reader-address.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { wholeAddress } from '#web/url/link-address.ts';

export interface HandedOut extends InvitationResult {
  readonly login: string;
  /** Whether an account of this sign-in name is there already. */
  readonly there?: boolean;
}

/** A link that is shown this once, for its maker to send; or that there is none to send. */
export function LinkOnce({ address, expires_at, login, there = false }: HandedOut) {
  const t = useText(peopleText);
  const organisation = useText(organisationText);
  const { base } = useReaderAddress();
  const moment = useMoment();
  const time = moment(expires_at);
  if (address === undefined)
    return (
      <Notice live>{organisation(there ? 'awaited_move' : 'awaited', { login, time })}</Notice>
    );
  const text = `${t('link_ready', { login })} ${t('link_until', { time })}`;
  return (
    <>
      <ShownOnce text={text} label={t('link')} value={wholeAddress(address, base)} />
      <LocalAddressNote />
    </>
  );
}
