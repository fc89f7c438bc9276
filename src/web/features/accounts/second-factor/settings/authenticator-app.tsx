import { useState } from 'react';
import { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import type { SecondFactorState } from '#contract/accounts/second-factor-schemas.ts';
import { useMoment } from '#web/ui/time/use-moment.ts';
import { TotpSecret } from '#web/features/accounts/second-factor/parts/totp-secret.tsx';
import { useTurnOffTotp, useTurnOnTotp } from '#web/features/accounts/second-factor/queries.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { TotpForm } from './totp-form.tsx';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

interface AuthenticatorAppProps {
  readonly login: string;
  readonly step: SecondFactorState;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** Sets up the authenticator app, or turns it off. */
export function AuthenticatorApp({ login, step, onCodes }: AuthenticatorAppProps) {
  const t = useLabels(secondFactorLabels);
  const moment = useMoment();
  const on = useTurnOnTotp();
  const off = useTurnOffTotp();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    on.reset();
    off.reset();
  };
  const since = step.totp_since;
  return (
    <>
      <h3>{t('app')}</h3>
      <p className={fieldRowStyles.text}>
        {since === undefined ? t('app_off') : t('app_since', { time: moment(since) })}
      </p>
      {off.isSuccess && since === undefined ? <Notice live>{t('turned_off')}</Notice> : null}
      {!open ? (
        <Button onClick={() => setOpen(true)}>
          {t(since === undefined ? 'set_up_app' : 'turn_off')}
        </Button>
      ) : since === undefined ? (
        <TotpForm
          login={login}
          submit={t('turn_on')}
          pending={on.isPending}
          error={on.error}
          either={false}
          onCancel={close}
          onSubmit={(proof) =>
            on.mutate(proof, {
              onSuccess: ({ recovery_codes }) => {
                close();
                onCodes(recovery_codes);
              },
            })
          }
        >
          <TotpSecret start={secondFactorEndpoints.startTotp} />
          <p className={fieldRowStyles.text}>{t('then_code')}</p>
        </TotpForm>
      ) : (
        <TotpForm
          login={login}
          submit={t('turn_off')}
          pending={off.isPending}
          error={off.error}
          either
          onCancel={close}
          onSubmit={(proof) => off.mutate(proof, { onSuccess: () => setOpen(false) })}
        />
      )}
    </>
  );
}
