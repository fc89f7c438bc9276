import { compact } from '#domain/values/compact.ts';
import { withheldFieldTerm } from '#domain/labels/projects/redistribution.ts';
import { withholdableFields } from '#domain/zone/rights/redistribution.ts';
import { industryMarks } from '#domain/zone/industries.ts';
import { gateActorTerms, gateStartTerms } from '#domain/labels/projects/gate.ts';
import { stageTerms, prefectureTerms, qualifierTerms } from '#domain/labels/index.ts';
import { formatDate, formatPercent } from '#domain/values/format.ts';
import { isIsoDate } from '#domain/values/date.ts';
import { listMark, isLanguage, type Language, type Text } from '#domain/values/language.ts';
import { unitTerms } from '#domain/values/unit-labels.ts';
import type { ZoneChange } from '#domain/zone/zone-changes.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { zoneFormLabels } from '#web/features/zone/labels/index.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { nameEntry } from './entry-names.ts';

/** One change of an entry or field of the settings, in words. */
export interface ChangeLine {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The entry, as the name of a partner; empty for a field of the zone itself. */
  readonly name: string;
  readonly parts: readonly ChangedPart[];
}
export interface ChangedPart {
  readonly word: string;
  readonly from?: string;
  readonly to?: string;
}
interface Leaf extends ZoneChange {
  /** The entry of a list, as `bank`; empty for a field of the zone itself. */
  readonly entry: string;
  /** The property without its entry, as `name`, and without the language of a text. */
  readonly property: string;
  readonly language?: Language;
}

const listFields = [
  'function_zones',
  'industries',
  'phases',
  'indicators',
  'targets',
  'checkpoints',
  'partners',
  'published',
  'sources',
  'stage_words',
  'gates',
];
const findWord = (key: string, language: Language): string | undefined => {
  const words: Readonly<Record<string, unknown>> = zoneFormLabels[language];
  const word = Object.hasOwn(words, key) ? words[key] : undefined;
  return typeof word === 'string' ? word : undefined;
};

type Wording = (value: string, language: Language) => string | undefined;
const fromTerms =
  (terms: Readonly<Record<string, Text>>): Wording =>
  (value, language) =>
    terms[value]?.[language];
const listStages: Wording = (value, language) =>
  value
    .split(' ')
    .map((stage) => (stageTerms as Readonly<Record<string, Text>>)[stage]?.[language] ?? '')
    .join(listMark(language));
const asPercent: Wording = (value) => `${value}%`;
/** Writers for properties whose values are ids, shares or lists. */
const wordings: Readonly<Record<string, Wording>> = {
  share: (value, language) => formatPercent(Number(value), language, 0),
  ahead: asPercent,
  on: asPercent,
  slightly: asPercent,
  type: (value, language) => findWord(`type_${value}`, language),
  sections: (value, language) =>
    value
      .split(' ')
      .map((id) => findWord(`report_${id}`, language) ?? id)
      .join(listMark(language)),
  formats: (value, language) => value.toUpperCase().replaceAll(' ', listMark(language)),
  languages: (value, language) =>
    value
      .split(' ')
      .map((id) => (isLanguage(id) ? languageNames[id] : id))
      .join(listMark(language)),
  // enough to distinguish two pictures
  sha256: (value) => value.slice(0, 8),
  colour: (value, language) => {
    const { mark, mark_other } = zoneFormLabels[language];
    const at = industryMarks.map(String).indexOf(value);
    return at === -1 ? mark_other : mark({ n: at + 1 });
  },
  sharer: (value, language) => findWord(`role_${value}`, language),
  plan_path: (value, language) => findWord(`path_${value}`, language),
  unit: fromTerms(unitTerms),
  prefecture: fromTerms(prefectureTerms),
  qualifier: fromTerms(qualifierTerms),
  established: listStages,
  pipeline: listStages,
  from: listStages,
  until: listStages,
  counted_from: fromTerms(gateStartTerms),
  actor: fromTerms(gateActorTerms),
  fields: (value, language) =>
    value
      .split(' ')
      .flatMap((id) => withholdableFields.find((field) => field === id) ?? [])
      .map((field) => withheldFieldTerm(field)[language])
      .join(listMark(language)),
};
/** Writes a stored value for readers. */
function valueWords(property: string, value: string, language: Language): string {
  if (value === '') return '—';
  if (isIsoDate(value)) return formatDate(value, language, 'short');
  if (value === 'true') return findWord('yes', language) ?? value;
  return wordings[property]?.(value, language) ?? value;
}

function readLeaf(change: ZoneChange): Leaf {
  const [field = '', ...rest] = change.path.split('.');
  const last = rest.at(-1);
  const words = isLanguage(last) ? rest.slice(0, -1) : rest;
  // an item of a checklist is an entry of its own
  const depth = !listFields.includes(field) ? 0 : words[1] === 'items' ? 3 : 1;
  const property =
    words.slice(depth).at(-1) ?? (depth === 0 ? field : field === 'stage_words' ? 'word' : 'name');
  return {
    ...change,
    entry: words.slice(0, depth).join('.'),
    property,
    ...compact({ language: isLanguage(last) ? last : undefined }),
  };
}

/** What a reader expects first, as in the form. Changes come by their names in code. */
const firstProperties = ['name', 'title', 'from', 'counted_from', 'start', 'until', 'end'];
const placeOf = ({ property }: Leaf): number =>
  firstProperties.includes(property) ? firstProperties.indexOf(property) : firstProperties.length;
const orderLeaves = (leaves: readonly Leaf[]): readonly Leaf[] =>
  leaves.toSorted((a, b) => placeOf(a) - placeOf(b));

/** Whether a text in another language adds nothing to that in the page's language. */
const isReplaced = (leaf: Leaf, leaves: readonly Leaf[], language: Language): boolean =>
  leaf.language !== undefined &&
  leaf.language !== language &&
  leaves.some((one) => one.property === leaf.property && one.language === language);

/** Lists of ids that a reader knows by their names. */
const namedLists = ['indicators', 'sources'];
const nameAll = (zone: ZoneProfile, field: string, ids: string, language: Language): string =>
  ids
    .split(' ')
    .map((id) => nameEntry(zone, field, id, language) || id)
    .join(listMark(language)) || '—';

function makeLine(
  leaves: readonly Leaf[],
  name: string,
  isEntry: boolean,
  { zone, language }: { readonly zone: ZoneProfile; readonly language: Language },
): ChangeLine {
  const kind = !isEntry
    ? 'changed'
    : leaves.every(({ from }) => from === undefined)
      ? 'added'
      : leaves.every(({ to }) => to === undefined)
        ? 'removed'
        : 'changed';
  const parts = orderLeaves(leaves)
    .filter((leaf) => !isReplaced(leaf, leaves, language))
    .flatMap(({ property, from, to }): ChangedPart[] => {
      const word = findWord(`prop_${property}`, language);
      if (word === undefined || (kind !== 'changed' && ['name', 'title'].includes(property)))
        return [];
      const say = (value: string) =>
        namedLists.includes(property)
          ? nameAll(zone, property, value, language)
          : valueWords(property, value, language);
      return [
        {
          word,
          ...compact({
            from: from === undefined ? undefined : say(from),
            to: to === undefined ? undefined : say(to),
          }),
        },
      ];
    });
  return { kind, name, parts: kind === 'removed' ? [] : parts };
}

/** The name of an entry in its own changes: a removed entry has it nowhere else. */
const ownName = (leaves: readonly Leaf[], language: Language): string | undefined => {
  const names = leaves.filter(({ property }) => property === 'name' || property === 'title');
  const leaf = names.find((one) => one.language === language) ?? names[0];
  return leaf?.to ?? leaf?.from;
};

/**
 * Describes the changes of a version in words: one line for each entry, and one for each field of
 * the zone itself.
 */
export function describeChanges(
  changes: readonly ZoneChange[],
  zone: ZoneProfile,
  language: Language,
): readonly ChangeLine[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of changes.map(readLeaf)) {
    const key = `${leaf.path.split('.')[0]}.${leaf.entry}`;
    groups.set(key, [...(groups.get(key) ?? []), leaf]);
  }
  return [...groups].flatMap(([key, leaves]) => {
    const field = key.slice(0, key.indexOf('.'));
    const entry = key.slice(key.indexOf('.') + 1);
    // an empty list is no entry
    if (listFields.includes(field) && entry === '') return [];
    const name =
      entry === ''
        ? ''
        : nameEntry(zone, field, entry, language) || (ownName(leaves, language) ?? '');
    const line = makeLine(leaves, name, entry !== '', { zone, language });
    return line.parts.length === 0 && line.name === '' ? [] : [line];
  });
}
