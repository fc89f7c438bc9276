import type { InvitationResult } from '#contract/accounts/schemas.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { OneTimeSecret } from '#web/features/accounts/parts/one-time-secret.tsx';
import { peopleLabels, singleSignOnLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { LocalAddressNote } from '#web/features/links/share/local-address-note.tsx';
import { useReaderAddress } from '#web/features/links/share/reader-address.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { wholeAddress } from '#web/url/link-address.ts';

export interface OneTimeLink extends InvitationResult {
  readonly login: string;
  /** An account with this sign-in name exists. */
  readonly hasAccount?: boolean;
}

/** A link that is shown once, to be sent; or a note that no link is needed. */
export function OneTimeLinkBox({ address, expires_at, login, hasAccount = false }: OneTimeLink) {
  const t = useLabels(peopleLabels);
  const organisation = useLabels(singleSignOnLabels);
  const { base } = useReaderAddress();
  const moment = useMoment();
  const time = moment(expires_at);
  if (address === undefined)
    return (
      <Notice live>{organisation(hasAccount ? 'awaited_move' : 'awaited', { login, time })}</Notice>
    );
  const text = `${t('link_ready', { login })} ${t('link_until', { time })}`;
  return (
    <>
      <OneTimeSecret text={text} label={t('link')} value={wholeAddress(address, base)} />
      <LocalAddressNote />
    </>
  );
}
