import type { ZoneProfile } from '#domain/zone/zone.ts';

/** The sections of the settings, each with its address `/settings/<id>`, in their order. */
export const sectionIds = [
  'zone',
  'targets',
  'phases',
  'stages',
  'areas',
  'partners',
  'facts',
  'rates',
  'sharing',
  'report',
  'rules',
  'reminders',
] as const;
export type SectionId = (typeof sectionIds)[number];

/**
 * Finds the section of an address.
 *
 * @returns undefined for an address without a section, as those of former versions
 */
export function findSection(pathname: string): SectionId | undefined {
  const last = pathname.replace(/\/+$/, '').split('/').at(-1);
  return sectionIds.find((id) => id === last && pathname.startsWith('/settings/'));
}

/** The address of a section. */
export const sectionPath = (id: SectionId): string => `/settings/${id}`;

/** The props of every section. `mayChange`: whether this reader may change the settings. */
export interface SectionProps {
  readonly profile: ZoneProfile;
  readonly mayChange: boolean;
}
