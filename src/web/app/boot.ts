import type { Language } from '#domain/values/language.ts';

/** What a server-drawn page carries, so that the browser starts where the server stopped. */
export interface Boot {
  readonly language: Language;
  readonly revision: number;
  /** The server's day, in UTC. */
  readonly today: string;
  readonly queries: readonly (readonly [readonly unknown[], unknown])[];
}
export const bootId = 'boot';

/** The starting data of this page; absent where no server drew it. */
export function readBoot(): Boot | undefined {
  const text = document.getElementById(bootId)?.textContent;
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as Boot);
}
