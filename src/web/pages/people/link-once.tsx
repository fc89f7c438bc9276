import type { Invited } from '#contract/accounts.ts';
import { useMoment } from '#web/ui/moment.ts';
import { ShownOnce } from '#web/account/shown-once.tsx';
import { organisationText } from '#web/i18n/organisation/text.ts';
import { peopleText } from '#web/i18n/people/text.ts';
import { useText } from '#web/i18n/text.ts';
import { LocalAddressNote } from '#web/sharing/local-address-note.tsx';
import { useReaderAddress } from '#web/sharing/reader-address.ts';
import { Notice } from '#web/ui/notice.tsx';
import { wholeAddress } from '#web/url/link-address.ts';

export interface HandedOut extends Invited {
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
  if (address === undefined) return <Notice live>{organisation(there ? 'awaited_move' : 'awaited', { login, time })}</Notice>;
  const text = `${t('link_ready', { login })} ${t('link_until', { time })}`;
  return (
    <>
      <ShownOnce text={text} label={t('link')} value={wholeAddress(address, base)} />
      <LocalAddressNote />
    </>
  );
}
