import { type ComponentType, lazy } from 'react';
import type { SectionId, SectionProps } from './section.ts';

const section = (load: () => Promise<ComponentType<SectionProps>>) =>
  lazy(async () => ({ default: await load() }));

/**
 * The component of each section, loaded when it opens. A section without one is not in the list.
 */
export const sections: { readonly [K in SectionId]?: ComponentType<SectionProps> } = {
  zone: section(async () => (await import('./sections/zone.tsx')).ZoneSettings),
  targets: section(async () => (await import('./sections/targets.tsx')).TargetSettings),
  phases: section(async () => (await import('./sections/phases.tsx')).PhaseSettings),
  stages: section(async () => (await import('./sections/stages.tsx')).StageSettings),
  areas: section(async () => (await import('./sections/areas.tsx')).AreaSettings),
  partners: section(async () => (await import('./sections/partners.tsx')).PartnerSettings),
  facts: section(async () => (await import('./sections/facts.tsx')).FactSettings),
  rates: section(async () => (await import('./sections/rates.tsx')).RateSettings),
  sharing: section(async () => (await import('./sections/sharing.tsx')).SharingSettings),
  report: section(async () => (await import('./sections/report.tsx')).ReportSettings),
  rules: section(async () => (await import('./sections/rules.tsx')).RuleSettings),
  reminders: section(async () => (await import('./sections/reminders.tsx')).DigestSettings),
};

/** Sections that readers without the right to change them may open too. */
export const openSections: readonly SectionId[] = ['targets'];
