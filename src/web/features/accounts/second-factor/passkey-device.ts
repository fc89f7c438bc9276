import { isNumericHost } from '#web/url/link-address.ts';
import type { PasskeyAnswer, PasskeyOptions } from '#contract/accounts/second-factor-schemas.ts';

/**
 * Why the device gave no passkey: cancelled by the user, already registered, or another failure.
 */
export type DeviceFault = 'cancelled' | 'known' | 'failed';
export class DeviceError extends Error {
  override readonly name = 'DeviceError';
  readonly fault: DeviceFault;
  constructor(fault: DeviceFault) {
    super(fault);
    this.fault = fault;
  }
}
const toFault = (error: unknown): DeviceFault => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  return name === 'InvalidStateError' ? 'known' : 'failed';
};

/** Returns whether passkeys work here: they need a host name, and https or localhost. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && isSecureContext && !isNumericHost();

/** The option types of the library, which the server's JSON matches. */
type Library = typeof import('@simplewebauthn/browser');
type Making = Parameters<Library['startRegistration']>[0]['optionsJSON'];
type Showing = Parameters<Library['startAuthentication']>[0]['optionsJSON'];
const toAnswer = (answer: object): PasskeyAnswer => ({ ...answer }) as PasskeyAnswer;

/** Registers a passkey on the device. @throws DeviceError */
export async function makePasskey(options: PasskeyOptions): Promise<PasskeyAnswer> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  try {
    return toAnswer(await startRegistration({ optionsJSON: options as unknown as Making }));
  } catch (error) {
    throw new DeviceError(toFault(error));
  }
}
/** Signs a challenge with a passkey of the device. @throws DeviceError */
export async function showPasskey(options: PasskeyOptions): Promise<PasskeyAnswer> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  try {
    return toAnswer(await startAuthentication({ optionsJSON: options as unknown as Showing }));
  } catch (error) {
    throw new DeviceError(toFault(error));
  }
}
