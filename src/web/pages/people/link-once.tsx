import type { MadeInvitation } from '#contract/accounts.ts';
import { useMoment } from '#web/account/moment.ts';
import { ShownOnce } from '#web/account/shown-once.tsx';
import { peopleText } from '#web/i18n/people/text.ts';
import { useText } from '#web/i18n/text.ts';
import { wholeAddress } from '#web/url/link-address.ts';

export interface HandedOut extends MadeInvitation {
  readonly login: string;
}

/** A link that is shown this once, for its maker to send. */
export function LinkOnce({ address, expires_at, login }: HandedOut) {
  const t = useText(peopleText);
  const moment = useMoment();
  const text = `${t('link_ready', { login })} ${t('link_until', { time: moment(expires_at) })}`;
  return <ShownOnce text={text} label={t('link')} value={wholeAddress(address)} />;
}
