import type { Language, Text } from '#domain/values/language.ts';
import { namesZone } from '#server/zone/names-zone.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';
import type { KnownRegister, ProfileChange } from '#server/imports/import-plan.ts';
import { formatMessage } from '#server/imports/labels/messages.ts';
import { findZoneName } from '#server/imports/structure/titles/zone-name.ts';
import { findZoneInTitle } from '#server/imports/structure/titles/zone-in-title.ts';

const isNamedIn = (
  { request: { file }, header }: ImportContext,
  names: readonly (Text | undefined)[],
): boolean => namesZone(names, [...header.titles, file]);

/** Whether an answer or the file states that a register belongs to the known zone. */
const isOfKnownZone = (context: ImportContext): boolean =>
  readTextAnswer(context.request.answers, 'file_kind') === 'own_register' ||
  isNamedIn(context, [context.request.register.zone_name, context.request.register.zone_full_name]);

const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Whether the answers name the own zone as the other one, as a nightly job does each time. */
function hasOwnName({ request: { answers, register } }: ImportContext): boolean {
  const name = readTextAnswer(answers, 'zone_name');
  if (!register.has_own || name === undefined) return false;
  return [register.zone_name, register.zone_full_name].some((text) =>
    Object.values(text ?? {}).some((ownName) => fold(ownName) === fold(name)),
  );
}

/** Lists the samples whose parts leave the own zone, since the register names none of them. */
export const listSamplesLeft = (context: ImportContext) => {
  const { samples_to_leave: samples = [] } = context.request.register;
  const isOfSample = isNamedIn(
    context,
    samples.flatMap(({ name, short_name }) => [name, short_name]),
  );
  return isOfSample ? [] : samples;
};

/** The words of a file's name. A hyphen joins two words where others are apart. */
function spaceWords(file: string): string {
  const name = file.replace(/\.[^.]*$/, '').replace(/_+/g, ' ');
  return name.includes(' ') ? name : name.replace(/-+/g, ' ');
}

/**
 * The name of the zone in a title; else the one with a word for zones in the name of the file.
 * @returns undefined if neither names a zone
 */
export const findGivenName = ({ header, request }: ImportContext): string | undefined =>
  findZoneInTitle(header.titles) ?? findZoneName([spaceWords(request.file)]);

interface FileFacts {
  readonly isSeries: boolean;
  /** The name of a zone in the title or in the name of the file. */
  readonly title: string | undefined;
  /** Whether a first register is said to be the own one, and names another zone than the sample. */
  readonly isOfAnother: boolean;
}

/** Makes the choice of the own register, with the name of its zone or of the sample it replaces. */
function makeOwnChoice(context: ImportContext, { isSeries, isOfAnother }: FileFacts) {
  const { request, questions } = context;
  const zone = request.register.zone_name;
  if (zone === undefined) return questions.choice('own_register', 'c_own_register');
  const sampleName = isSeries ? undefined : listSamplesLeft(context)[0]?.short_name;
  const message = isOfAnother
    ? 'c_register_without_example'
    : sampleName === undefined
      ? 'c_register_of'
      : 'c_register_without_zone';
  return {
    value: 'own_register',
    label: (language: Language) =>
      formatMessage(message, language, { zone: (sampleName ?? zone)[language] }),
  };
}

/** Asks whether the file is of the own zone, with the answer that the file suggests. */
function askFileZone(context: ImportContext, facts: FileFacts): void {
  const { request, questions } = context;
  const { register } = request;
  const namesAnother =
    register.zone_name !== undefined && facts.title !== undefined && !facts.isSeries;
  questions.ask(
    'file_kind',
    'q_file_kind',
    [makeOwnChoice(context, facts), questions.choice('other_zone', 'c_other_zone')],
    register.has_own || request.assumes_own === true
      ? { default: 'own_register' }
      : isOfKnownZone(context)
        ? { proposal: 'own_register' }
        : namesAnother
          ? { proposal: 'other_zone' }
          : {},
  );
}

/** Whether a project is known. An edition that lists one saves the reading of all codes. */
const hasProjects = async ({ newest_edition, projects }: KnownRegister): Promise<boolean> =>
  newest_edition !== undefined || (await projects.codes()).length > 0;

/** Asks once what the file is. Later files update the own register or the own series. */
export async function askFileKind(
  context: ImportContext,
  isSeries: boolean,
): Promise<ProfileChange['kind']> {
  const { request, questions } = context;
  const { register } = request;
  const title = findGivenName(context);
  if (register.is_empty === true) {
    if (title !== undefined) questions.ask('zone_name', 'q_own_zone_name', [], { default: title });
    return 'new_zone';
  }
  const isOfAnother = request.assumes_own === true && !register.has_own && !isOfKnownZone(context);
  if (!register.has_own || (!isSeries && !(await hasProjects(register))))
    askFileZone(context, { isSeries, title, isOfAnother });
  if (!register.has_own && register.has_sample === true)
    questions.ask(
      'sample_data',
      'q_sample_data',
      [questions.choice('remove', 'c_remove_sample'), questions.choice('keep', 'c_keep_sample')],
      { default: 'remove' },
    );
  if (readTextAnswer(request.answers, 'file_kind') !== 'other_zone') {
    if (isOfAnother && title !== undefined)
      questions.ask('zone_name', 'q_own_zone_name', [], { default: title });
    return register.has_own ? 'keep' : isOfAnother ? 'new_zone' : 'copy_as_own';
  }
  questions.ask('zone_name', 'q_zone_name', [], title === undefined ? {} : { proposal: title });
  return hasOwnName(context) ? 'keep' : 'new_zone';
}
