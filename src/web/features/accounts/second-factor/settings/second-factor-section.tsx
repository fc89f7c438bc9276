import { useState } from 'react';
import { NewRecoveryCodes } from '#web/features/accounts/second-factor/parts/recovery-codes.tsx';
import { useSecondStep } from '#web/features/accounts/second-factor/queries.ts';
import { secondStepText } from '#web/features/accounts/labels/second-factor/index.ts';
import { useText } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { AppPart } from './authenticator-app.tsx';
import { PasskeysPart } from './passkeys-section.tsx';
import { CodesPart } from './recovery-codes-section.tsx';

interface SecondStepSectionProps {
  readonly login: string;
  /** Whether there is one. */
  readonly on: boolean;
}

/** What one shows beside the password. */
export function SecondStepSection({ login, on }: SecondStepSectionProps) {
  const t = useText(secondStepText);
  const step = useSecondStep();
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <section className="acstep">
      <h2>{t('second_step')}</h2>
      <p className="actext">
        {t('second_step_text')} {step.data?.compulsory === true ? t('compulsory_you') : null}
      </p>
      {codes.length === 0 ? null : <NewRecoveryCodes codes={codes} onKept={() => setCodes([])} />}
      <QueryView query={step} lines={4}>
        {(found) => (
          <>
            <AppPart login={login} step={found} onCodes={setCodes} />
            <PasskeysPart login={login} step={found} onCodes={setCodes} />
            {on ? <CodesPart login={login} left={found.recovery_codes} onCodes={setCodes} /> : null}
          </>
        )}
      </QueryView>
    </section>
  );
}
