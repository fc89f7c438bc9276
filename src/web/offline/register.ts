import { offlinePolicyName, offlineShellPath, offlineWorkerPath } from '#contract/core/offline.ts';
import { mostAddresses, type KeepMessage } from './messages.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/** Accepts the address of the worker alone. @throws TypeError for any other */
export function checkWorkerAddress(address: string): string {
  if (address !== offlineWorkerPath) throw new TypeError('This is not the address of the worker.');
  return address;
}

/** The address of the worker as the browser's policy requires it. */
function trustedWorkerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy(offlinePolicyName, {
    createScriptURL: checkWorkerAddress,
  });
  return policy?.createScriptURL(offlineWorkerPath) ?? offlineWorkerPath;
}

/** Wait in ms until files are listed again that were on their way on a first visit. */
const againMs = 5000;

/**
 * Registers the worker, and tells it what this page loaded before the worker ran: on a first visit
 * its own address and its answers, always its files.
 */
export async function startOffline(): Promise<void> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container === undefined) return;
  const isNew = container.controller === null;
  await container.register(trustedWorkerAddress());
  const { active } = await container.ready;
  const { origin, pathname, search } = location;
  const page = isNew ? [pathname + search] : [];
  const send = (): void => {
    const resources = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter((url) => url.origin === origin && (isNew || url.pathname.startsWith('/assets/')))
      .map((url) => url.pathname + url.search);
    const keep = [...new Set([...page, offlineShellPath, ...resources])].slice(0, mostAddresses);
    active?.postMessage({ keep } satisfies KeepMessage);
  };
  send();
  if (isNew) setTimeout(send, againMs);
}
