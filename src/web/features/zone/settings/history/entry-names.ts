import { stageTerms } from '#domain/labels/index.ts';
import { formatDate } from '#domain/values/format.ts';
import { isIsoDate } from '#domain/values/date.ts';
import { fillText, type Language, type Text } from '#domain/values/language.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { nameTarget } from '#domain/zone/target-period.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { namePublishedFigure } from '#web/features/zone/parts/published-figure.ts';
import { findGateName } from './gate-history.ts';

type NamedEntry = Pick<
  ZoneProfile,
  | 'function_zones'
  | 'industries'
  | 'phases'
  | 'indicators'
  | 'partners'
  | 'sources'
  | 'targets'
  | 'published'
  | 'gates'
>;
const listFields = ['function_zones', 'industries', 'phases', 'indicators', 'partners'] as const;

const publishedId = (entry: string): string => entry.split(' ')[0] ?? '';

function findName(zone: NamedEntry, field: string, entry: string): Text | undefined {
  const list = listFields.find((one) => one === field);
  if (list !== undefined) return zone[list].find(({ id }) => id === entry)?.name;
  if (field === 'sources') return zone.sources.find(({ id }) => id === entry)?.title;
  if (field === 'stage_words') return (stageTerms as Readonly<Record<string, Text>>)[entry];
  if (field === 'gates') return findGateName(zone.gates ?? [], entry);
  if (field === 'published')
    return zone.published.find(({ id }) => id === publishedId(entry))?.name;
  if (field !== 'targets') return undefined;
  const [key = '', , item] = entry.split('.');
  const target = zone.targets.find((one) => targetKey(one) === key);
  if (item !== undefined) {
    const entry = target?.items?.find(({ id }) => id === item);
    return entry && fillText(entry.name);
  }
  const indicator = zone.indicators.find(({ id }) => id === (target?.indicator ?? key));
  return indicator && nameTarget(target ?? {}, indicator.name, zone.phases);
}

/**
 * Names an entry of the settings, as a partner or a phase, in one language.
 * @returns an empty text where it has no name: ids are not for readers
 */
export function nameEntry(
  zone: NamedEntry,
  field: string,
  entry: string,
  language: Language,
): string {
  if (isIsoDate(entry)) return formatDate(entry, language, 'long');
  const ownName = field === 'published' ? namePublishedFigure(publishedId(entry), language) : '';
  return findName(zone, field, entry)?.[language] ?? ownName ?? '';
}
