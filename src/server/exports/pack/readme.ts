import { formatDate } from '#domain/values/format.ts';
import { colonMark, type Language } from '#domain/values/language.ts';
import { licenceText } from '#domain/labels/projects/redistribution.ts';
import { illustrativeLabel, stageGroupTerms } from '#domain/labels/index.ts';
import { aboutLabels } from '#server/exports/tables/labels/index.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { readmeLabels } from './labels/index.ts';
import { listFacts, describeStageGroup } from '#server/exports/workbook/about-sheet.ts';

/** A file of the pack and its description. */
export interface PackedFile {
  readonly path: string;
  readonly description: string;
}
/** Writes the citation of a pack in its language, with its public address if it has one. */
export const writeCitation = ({
  language,
  profile,
  as_of,
  knownRevision,
  address,
}: DocumentScope): string =>
  [
    readmeLabels[language].citation(
      profile.name[language],
      formatDate(as_of, language, 'long'),
      String(knownRevision),
    ),
    ...(URL.canParse(address) ? [address] : []),
    licenceText(profile.licence, language),
  ].join(language === 'en' ? '. ' : '。');

/** Writes the README's sentence about a file that could not be made. */
export const describeMissingFile = (title: string, language: Language): string =>
  readmeLabels[language].not_made(title);

/** Lists the sources under their heading; empty without any. */
function listSources({ language, profile: { sources } }: DocumentScope): readonly string[] {
  if (sources.length === 0) return [];
  const lines = sources.map(
    ({ title, date, url }) =>
      `- ${title[language]} (${date})${url === undefined ? '' : ` <${url}>`}`,
  );
  return [`## ${readmeLabels[language].sources}`, '', ...lines, ''];
}

/** Writes the README of a data pack in the reader's language. */
export function writeReadme(scope: DocumentScope, files: readonly PackedFile[]): string {
  const { language, profile, illustrative } = scope;
  const t = readmeLabels[language];
  const about = aboutLabels[language];
  const colon = colonMark(language);
  const lines = [
    `# ${profile.name[language]} · ${t.title}`,
    '',
    ...(illustrative ? [`> **${illustrativeLabel[language]}** ${about.invented}`, ''] : []),
    `## ${t.what}`,
    '',
    ...listFacts(scope).map(([name, value]) => `- ${name}${colon}${value}`),
    '',
    `## ${t.files}`,
    '',
    ...files.map(({ path, description }) => `- \`${path}\`${colon}${description}`),
    '',
    `## ${t.cite}`,
    '',
    writeCitation(scope),
    '',
    t.cite_note,
    '',
    `## ${t.read}`,
    '',
    t.read_note,
    '',
    `## ${t.definitions}`,
    '',
    ...profile.indicators.flatMap(({ name, definition }) =>
      definition[language] === '' ? [] : [`- **${name[language]}**${colon}${definition[language]}`],
    ),
    `- **${stageGroupTerms.established[language]}**${colon}${describeStageGroup(scope, language, 'established')}`,
    `- **${stageGroupTerms.pipeline[language]}**${colon}${describeStageGroup(scope, language, 'pipeline')}`,
    `- **${about.missing}**${colon}${about.missing_note}`,
    `- **${about.money}**${colon}${about.money_note}`,
    `- **${about.light}**${colon}${about.light_note}`,
    '',
    ...listSources(scope),
    `## ${t.again}`,
    '',
    t.again_note,
  ];
  return `${lines.join('\n')}\n`;
}
