import { isMonth } from '#domain/values/date.ts';
import type { ConflictField, UndoConflict } from '#domain/changes/undo.ts';
import { declaredStatusTerms } from '#domain/labels/general/declared-status-terms.ts';
import { gateName } from '#domain/labels/projects/gate.ts';
import { doubtTerms } from '#domain/labels/projects/doubt.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import { problemFieldName } from '#domain/labels/problem-field.ts';
import {
  dataStatusTerms,
  missingTerms,
  projectName,
  reasonTerms,
  severityTerms,
  term,
  zoneFieldNames,
} from '#domain/labels/index.ts';
import type { FieldValue } from '#domain/projects/fields.ts';
import { formatMonth, formatValue } from '#domain/values/format.ts';
import { fillText, inBrackets, isLanguage, type Language } from '#domain/values/language.ts';
import { unitTerms } from '#domain/values/unit-labels.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { recordText } from '#domain/zone/standard-texts.ts';
import { nameTarget } from '#domain/zone/target-period.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { fieldLabel, valueText } from '#web/features/projects/facts/fact-labels.ts';
import { undoLabels } from '#web/features/projects/labels/index.ts';
import { makeTranslate } from '#web/i18n/text.ts';

/** One value that was changed again, in words. */
export interface ConflictLine {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly now: string;
}
interface Reader {
  readonly language: Language;
  readonly profile: ZoneProfile | undefined;
}
const moments = ['before', 'after', 'now'] as const;
type Values = Omit<ConflictLine, 'label'>;
const writeValues = (write: (moment: (typeof moments)[number]) => string): Values => ({
  before: write('before'),
  after: write('after'),
  now: write('now'),
});

/** Names a target or an indicator by its key. */
function nameIndicator(key: string, { language, profile }: Reader): string {
  const target = profile?.targets.find((one) => targetKey(one) === key);
  const indicator = profile?.indicators.find(({ id }) => id === (target?.indicator ?? key));
  return indicator === undefined
    ? ''
    : nameTarget(target ?? {}, indicator.name, profile?.phases ?? [])[language];
}

/** Names what a judgement is about: a target, or a project with its gate. */
function nameJudgement(code: string, topic: string, reader: Reader): string {
  if (topic === 'target') return nameIndicator(code, reader);
  if (!topic.startsWith('gate.')) return code;
  const id = topic.slice('gate.'.length);
  const gate = reader.profile?.gates?.find((one) => one.id === id) ?? { id };
  const { language } = reader;
  return `${gateName(gate, language)}${inBrackets(code, language)}`;
}

/** Names the changed object by the parts of its key; empty if only a number distinguishes it. */
function nameObject({ name, parts = {} }: UndoConflict, reader: Reader): string {
  const { language } = reader;
  const { indicator, period, code, topic, rule, base, quote, day } = parts;
  if (topic !== undefined) return nameJudgement(code ?? '', topic, reader);
  if (rule !== undefined) return term(doubtTerms, rule, language);
  if (base !== undefined)
    return `${base} → ${quote ?? ''}${inBrackets(valueText('', day, language, undefined), language)}`;
  const month =
    period !== undefined && isMonth(period) ? formatMonth(period, language, 'long') : undefined;
  const named = [
    indicator === undefined ? undefined : nameIndicator(indicator, reader),
    month,
    name ?? code,
  ];
  return named.filter((part) => part !== undefined && part !== '').join(' · ');
}

/** The words of the object. A declared status has its own name, apart from a blocked gate. */
function nameKind({ what, parts }: UndoConflict, language: Language): string {
  const t = makeTranslate(undoLabels, language);
  if (what === 'project' || what === 'zone') return '';
  const isStatus = parts?.['topic'] === 'status' || parts?.['topic'] === 'target';
  return isStatus ? declaredStatusTerms.declared_status[language] : t(`what_${what}`);
}

const tables = {
  status: lightTerms,
  cause: reasonTerms,
  severity: severityTerms,
  missing: missingTerms,
  data_status: dataStatusTerms,
} as const;

/** Writes a value of a row in words; a value of an indicator has its unit. */
function writeValue(
  { parts }: UndoConflict,
  field: string,
  value: FieldValue | undefined,
  { language, profile }: Reader,
): string {
  if (value === undefined) return makeTranslate(undoLabels, language)('none');
  const text = String(value);
  if (Object.hasOwn(tables, field))
    return term(tables[field as keyof typeof tables], text, language);
  if (field === 'source') return recordText(text)[language];
  const unit = profile?.indicators.find(({ id }) => id === parts?.['indicator'])?.unit;
  return field === 'value' && unit !== undefined
    ? formatValue(text, unit, language).text
    : valueText('', value, language, profile);
}

/** Columns that hold a text are named after their table, as `decision_text`. */
const nameField = (field: string, language: Language): string | undefined =>
  problemFieldName(field.replace(/^.*_text$/, 'text'), language);

function writeRow(conflict: UndoConflict, reader: Reader): readonly ConflictLine[] {
  const { language } = reader;
  const object = [nameKind(conflict, language), nameObject(conflict, reader)]
    .filter((text) => text !== '')
    .join(' · ');
  const lines = conflict.fields.flatMap((field): ConflictLine[] => {
    const name = nameField(field.field, language);
    const values = writeValues((moment) =>
      writeValue(conflict, field.field, field[moment], reader),
    );
    return name === undefined ? [] : [{ label: `${object} · ${name}`, ...values }];
  });
  return lines.length > 0 ? lines : [{ label: object, ...writeValues(() => '—') }];
}

const namedLists = [
  'function_zones',
  'industries',
  'phases',
  'indicators',
  'partners',
  'gates',
] as const;

/** Names the entry of a list of the zone; empty where it has no name. */
function nameEntry(list: string, entry: string, reader: Reader): string {
  if (list === 'targets') return nameIndicator(entry, reader);
  const named = namedLists.find((one) => one === list);
  const item = named && reader.profile?.[named]?.find(({ id }) => id === entry);
  return item?.name === undefined ? '' : fillText(item.name)[reader.language];
}

/** Writes a field of the zone: its part, the entry of a list, and the property. */
function writeZoneField(field: ConflictField, reader: Reader): ConflictLine {
  const { language, profile } = reader;
  const [part = '', ...rest] = field.field.split('.').filter((one) => !isLanguage(one));
  const property = rest.at(-1);
  const names = [
    makeTranslate(undoLabels, language)('zone'),
    zoneFieldNames(part, language),
    nameEntry(part, rest[0] ?? '', reader),
    property === undefined ? undefined : problemFieldName(property, language),
  ];
  return {
    label: names.filter((name) => name !== undefined && name !== '').join(' · '),
    ...writeValues((moment) => {
      const value = field[moment];
      if (value === undefined) return makeTranslate(undoLabels, language)('none');
      const unit = property === 'unit' ? unitTerms[String(value)] : undefined;
      return unit?.[language] ?? valueText(property ?? part, value, language, profile);
    }),
  };
}

/** Writes the values that an undo would lose, each with its object, in words. */
export function writeConflict(conflict: UndoConflict, reader: Reader): readonly ConflictLine[] {
  const { language, profile } = reader;
  const { what, key, name, fields } = conflict;
  if (what === 'zone') return fields.map((field) => writeZoneField(field, reader));
  if (what !== 'project') return writeRow(conflict, reader);
  const project = projectName({ code: key, name: name ?? key }, language);
  return fields.map((field) => ({
    label: `${project} · ${fieldLabel(field.field, language, profile)}`,
    ...writeValues((moment) =>
      field[moment] === undefined
        ? makeTranslate(undoLabels, language)('none')
        : valueText(field.field, field[moment], language, profile),
    ),
  }));
}
