import { Blob as NodeBlob, File as NodeFile } from 'node:buffer';
import { onlineManager } from '@tanstack/react-query';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';
import { dayIn, usualTimeZone } from '#domain/time/time-zone.ts';
import { noteServerDay } from '#web/data/server-clock.ts';
import { onOldAnswer, sendWith } from '#web/data/transport.ts';

// files of a worker share their modules: each begins with the clock, transport, network and body of
// a new page
noteServerDay(dayIn(new Date(), usualTimeZone), usualTimeZone);
sendWith();
onOldAnswer(undefined);
onlineManager.setOnline(true);
document.body.replaceChildren();
afterAll(() => void vi.unstubAllGlobals());

// The limit only ends what hangs: the real API responds behind the pages, also on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});

/** Stubs of browser features that jsdom lacks, for components that measure themselves. */
class SilentObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
  takeRecords(): [] {
    return [];
  }
}
Object.defineProperties(globalThis, {
  ResizeObserver: { value: SilentObserver, configurable: true, writable: true },
  IntersectionObserver: { value: SilentObserver, configurable: true, writable: true },
});
Object.defineProperty(globalThis, 'matchMedia', {
  configurable: true,
  writable: true,
  value: (media: string) => ({
    media,
    matches: false,
    onchange: null,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
    dispatchEvent: () => false,
  }),
});
/** Node's own files and forms, because its Request can't read jsdom's. */
const NodeFormData = (await new Response(new URLSearchParams('a=1')).formData())
  .constructor as typeof FormData;
/**
 * A form that can also be made from an element of jsdom, without its fields. React makes one if a
 * transition begins while a form is sent, and nothing here reads it.
 */
class PageFormData extends NodeFormData {
  constructor(_form?: HTMLFormElement) {
    super();
  }
}
for (const [name, value] of Object.entries({
  Blob: NodeBlob,
  File: NodeFile,
  FormData: PageFormData,
}))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
globalThis.requestIdleCallback ??= (run) =>
  setTimeout(() => run({ didTimeout: false, timeRemaining: () => 50 }), 0) as unknown as number;
globalThis.cancelIdleCallback ??= (id) => clearTimeout(id);
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 700 });
Element.prototype.scrollIntoView ??= () => {};
if (typeof HTMLDialogElement !== 'undefined') {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}
