import { isNumericHost } from '#web/url/link-address.ts';
import type { PasskeyAnswer, PasskeyOptions } from '#contract/accounts/second-factor-schemas.ts';

/** Why the device gave no answer: its owner did not want to, it keeps such a passkey already, or something else. */
export type DeviceFault = 'cancelled' | 'known' | 'failed';
export class DeviceError extends Error {
  override readonly name = 'DeviceError';
  readonly fault: DeviceFault;
  constructor(fault: DeviceFault) {
    super(fault);
    this.fault = fault;
  }
}
const faultOf = (error: unknown): DeviceFault => {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  return name === 'InvalidStateError' ? 'known' : 'failed';
};

/** Whether this browser has passkeys here: it does so under a host name only, by https or on localhost. */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && isSecureContext && !isNumericHost();

/** The library's own shapes, from what the server asks for in the same. */
type Library = typeof import('@simplewebauthn/browser');
type Making = Parameters<Library['startRegistration']>[0]['optionsJSON'];
type Showing = Parameters<Library['startAuthentication']>[0]['optionsJSON'];
const answerOf = (answer: object): PasskeyAnswer => ({ ...answer }) as PasskeyAnswer;

/** Lets the device make a passkey. Throws DeviceError when it does not. */
export async function makePasskey(options: PasskeyOptions): Promise<PasskeyAnswer> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  try {
    return answerOf(await startRegistration({ optionsJSON: options as unknown as Making }));
  } catch (error) {
    throw new DeviceError(faultOf(error));
  }
}
/** Lets the device show a passkey. Throws DeviceError when it does not. */
export async function showPasskey(options: PasskeyOptions): Promise<PasskeyAnswer> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  try {
    return answerOf(await startAuthentication({ optionsJSON: options as unknown as Showing }));
  } catch (error) {
    throw new DeviceError(faultOf(error));
  }
}
