import { useState } from 'react';
import type { MadeInvitation } from '#contract/accounts.ts';
import { useMoment } from '#web/account/moment.ts';
import { peopleText } from '#web/i18n/people/text.ts';
import { useText } from '#web/i18n/text.ts';
import { wholeAddress } from '#web/url/link-address.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';

export interface HandedOut extends MadeInvitation {
  readonly login: string;
}

/** A link that is shown this once, for its maker to send. */
export function LinkOnce({ address, expires_at, login }: HandedOut) {
  const t = useText(peopleText);
  const moment = useMoment();
  const [said, setSaid] = useState<'copied' | 'copy_failed'>();
  const whole = wholeAddress(address);
  const copy = () => {
    navigator.clipboard.writeText(whole).then(
      () => setSaid('copied'),
      () => setSaid('copy_failed'),
    );
  };
  return (
    <div className="aclink" role="status">
      <p>
        {t('link_ready', { login })} {t('link_until', { time: moment(expires_at) })}
      </p>
      <div className="acrow">
        <Field label={t('link')} readOnly value={whole} onFocus={(event) => event.target.select()} />
        <Button primary icon="link" onClick={copy}>
          {t('copy')}
        </Button>
        <span className="acsaid">{said === undefined ? null : t(said)}</span>
      </div>
    </div>
  );
}
