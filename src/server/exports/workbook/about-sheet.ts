import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { offsetName, timeIn } from '#domain/time/time-zone.ts';
import { dayOfMoment, timeZoneOf } from '#domain/zone/zone-days.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { listMark, type Language } from '#domain/values/language.ts';
import {
  licenceTerm,
  licenceText,
  withheldNames,
  withheldTerm,
} from '#domain/labels/projects/redistribution.ts';
import {
  registerNotes,
  writeNotKnown,
  stageGroupTerms,
  stageWord,
  illustrativeLabel,
} from '#domain/labels/index.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { describeFilters } from '#server/exports/tables/filter-labels.ts';
import { aboutLabels } from '#server/exports/tables/labels/index.ts';
import type { XlsxWriter } from '#server/exports/formats/xlsx/xlsx-writer.ts';
import { layoutLabels as w } from './labels/index.ts';

/** Describes the stages of a stage group, for use beside its count. */
export function describeStageGroup(
  { profile }: DocumentScope,
  language: Language,
  group: 'established' | 'pipeline',
): string {
  const stages = profile.stage_mapping[group]
    .map((stage) => stageWord(profile.stage_words, stage, language))
    .join(listMark(language));
  return aboutLabels[language].mapping(stageGroupTerms[group][language], stages);
}

/**
 * Names the data that the document leaves out since it may not be redistributed.
 * @returns undefined if there is none
 */
export function listLeftOut({
  overview,
  left_out = [],
  language,
}: DocumentScope): readonly string[] | undefined {
  const { withheld } = overview.zone;
  return withheld === undefined ? undefined : withheldNames(withheld, left_out, language);
}

/** Lists the facts that identify the data of a document, as label and value. */
export function listFacts(scope: DocumentScope): readonly (readonly [string, string])[] {
  const { language, profile, as_of, compare, knownRevision, recorded_at, projects, address } =
    scope;
  const t = aboutLabels[language];
  const notes = registerNotes(scope.overview, language);
  const leftOut = listLeftOut(scope);
  return [
    [t.zone, profile.name[language]],
    [t.as_of, formatDate(as_of, language, 'long')],
    ...(compare === undefined
      ? []
      : [[t.compared, formatDate(compare, language, 'long')] as const]),
    [
      t.revision,
      t.revision_of(
        String(knownRevision),
        [
          formatDate(dayOfMoment(recorded_at, profile), language),
          timeIn(new Date(recorded_at), timeZoneOf(profile)),
          offsetName(new Date(recorded_at), timeZoneOf(profile)),
        ].join(' '),
      ),
    ],
    [t.filter, describeFilters(scope).join(listMark(language)) || t.no_filter],
    [
      t.projects,
      areProjectsKnown(scope.as_of, scope.overview.first_known_day)
        ? [formatCount(projects, language), ...notes].join(listMark(language))
        : writeNotKnown(scope.overview, language),
    ],
    [t.address, address],
    [licenceTerm[language], licenceText(profile.licence, language)],
    ...(leftOut === undefined
      ? []
      : [[withheldTerm[language], leftOut.join(listMark(language))] as const]),
  ];
}

/** Writes the first sheet: the facts of the workbook, how to read it, and what it leaves out. */
export function aboutSheet(
  writer: XlsxWriter,
  scope: DocumentScope,
  sheets: readonly string[],
): void {
  const { language, profile, illustrative } = scope;
  const t = aboutLabels[language];
  const sheet = writer.sheet({ name: w.about[language], widths: [26, 96] });
  sheet.row([
    { text: `${profile.short_name[language]} · ${w.workbook[language]}`, look: { large: true } },
  ]);
  if (illustrative)
    sheet.row([
      { text: illustrativeLabel[language], look: { band: true, bold: true } },
      { text: t.invented, look: { band: true } },
    ]);
  sheet.row([]);
  for (const [name, value] of listFacts(scope))
    sheet.row([
      { text: name, look: { bold: true } },
      { text: value, look: { wrap: true } },
    ]);
  sheet.row([]);
  const notes = [
    [t.missing, [t.missing_note, t.blank_columns].join(language === 'en' ? ' ' : '')],
    [t.money, t.money_note],
    [stageGroupTerms.established[language], describeStageGroup(scope, language, 'established')],
    [stageGroupTerms.pipeline[language], describeStageGroup(scope, language, 'pipeline')],
    [t.light, t.light_note],
    [t.not_held, t.not_held_note],
    [t.rounding, t.rounding_note],
  ] as const;
  for (const [name, note] of notes)
    sheet.row([
      { text: name, look: { bold: true } },
      { text: note, look: { wrap: true } },
    ]);
  sheet.row([]);
  sheet.row([
    { text: t.sheets, look: { bold: true } },
    { text: sheets.join(listMark(language)), look: { wrap: true } },
  ]);
  sheet.end();
}
