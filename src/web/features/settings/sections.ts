import { laterComponent, type LaterComponent } from '#web/loading/later-component.tsx';
import { findSection, type SectionId, type SectionProps } from './section.ts';

const section = laterComponent<SectionProps>;

/**
 * The component of each section, loaded when it opens. A section without one is not in the list.
 */
export const sections: { readonly [K in SectionId]?: LaterComponent<SectionProps> } = {
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

/** Loads the section of an address before the page that shows it. */
export async function loadSection(pathname: string): Promise<void> {
  const id = findSection(pathname);
  if (id !== undefined) await sections[id]?.preload();
}
