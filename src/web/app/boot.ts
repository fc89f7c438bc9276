import { bootId } from '#contract/core/offline.ts';
import type { Language } from '#domain/values/language.ts';

/** The data in a server-drawn page, from which the browser continues. */
export interface Boot {
  readonly language: Language;
  readonly revision: number;
  /** The day in the zone, and the name of its time zone. */
  readonly today: string;
  readonly time_zone: string;
  /** Whether the server drew the whole page, so that its code may wait for the reader. */
  readonly whole: boolean;
  readonly queries: readonly (readonly [readonly unknown[], unknown])[];
}

/** Reads the starting data of this page. @returns undefined where no server drew the page */
export function readBoot(): Boot | undefined {
  const text = document.getElementById(bootId)?.textContent;
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as Boot);
}
