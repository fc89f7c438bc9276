import { forgetMessage } from './messages.ts';

/** Limit in ms for the worker's confirmation. */
const withinMs = 2000;

/** Lets the worker finish what it is keeping, and remove it. */
const askWorker = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    setTimeout(resolve, withinMs);
    worker.postMessage(forgetMessage, [port2]);
  });

/** Removes everything that this browser keeps for use offline. */
export async function forgetOffline(): Promise<void> {
  // plain http from another computer has neither
  if (!('caches' in globalThis)) return;
  const worker = navigator.serviceWorker?.controller;
  if (worker) await askWorker(worker);
  const names = (await caches.keys()).filter((name) => name.startsWith('headway-'));
  await Promise.all(names.map((name) => caches.delete(name)));
}
