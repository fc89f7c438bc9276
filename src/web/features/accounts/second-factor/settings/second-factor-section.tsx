import { useState } from 'react';
import { NewRecoveryCodes } from '#web/features/accounts/second-factor/parts/recovery-codes.tsx';
import { useSecondFactor } from '#web/features/accounts/second-factor/queries.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { AuthenticatorApp } from './authenticator-app.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { RecoveryCodesSection } from './recovery-codes-section.tsx';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

interface SecondFactorSectionProps {
  readonly login: string;
  /** The account has a second factor. */
  readonly on: boolean;
}

/** The second factors of the account: app, passkeys and recovery codes. */
export function SecondFactorSection({ login, on }: SecondFactorSectionProps) {
  const t = useLabels(secondFactorLabels);
  const step = useSecondFactor();
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <section className={accountsStyles.secondFactor}>
      <h2>{t('second_step')}</h2>
      <p className={fieldRowStyles.text}>
        {t('second_step_text')} {step.data?.compulsory === true ? t('compulsory_you') : null}
      </p>
      {codes.length === 0 ? null : <NewRecoveryCodes codes={codes} onKept={() => setCodes([])} />}
      <QueryView query={step} lines={4}>
        {(data) => (
          <>
            <AuthenticatorApp login={login} step={data} onCodes={setCodes} />
            <PasskeysSection login={login} step={data} onCodes={setCodes} />
            {on ? (
              <RecoveryCodesSection
                login={login}
                remainingCount={data.recovery_codes}
                onCodes={setCodes}
              />
            ) : null}
          </>
        )}
      </QueryView>
    </section>
  );
}
