import { toProblem } from '#web/data/problem-error.ts';
import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { faultAt } from '#web/features/accounts/parts/field-errors.ts';
import { DeviceError } from '#web/features/accounts/second-factor/passkey-device.ts';

const serverFaults = {
  wrong: 'passkey_refused',
  host: 'passkey_other_host',
  site: 'passkeys_elsewhere',
} as const;
const isServerFault = (fault: string): fault is keyof typeof serverFaults =>
  Object.hasOwn(serverFaults, fault);

/** Why the device or the server rejected a passkey. */
export function PasskeyError({ error }: { readonly error: unknown }) {
  const t = useLabels(secondFactorLabels);
  if (error === undefined || error === null) return null;
  const failure = error instanceof DeviceError ? undefined : toProblem(error);
  const fault = faultAt(failure, 'passkey') ?? '';
  const text =
    error instanceof DeviceError
      ? t(`passkey_${error.fault}`)
      : failure?.code === 'rate_limited'
        ? t('too_often')
        : isServerFault(fault)
          ? t(serverFaults[fault])
          : undefined;
  if (text === undefined) return failure === undefined ? null : <ErrorPanel failure={failure} />;
  return (
    <Notice kind="bad" live>
      {text}
    </Notice>
  );
}
