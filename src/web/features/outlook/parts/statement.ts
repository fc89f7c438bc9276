import { joinNames } from '#charts/kit/text/claim.ts';
import { writeDifference } from '#charts/outlook/sentence.ts';
import { findAnswer, type OutlookAnswer } from '#domain/outlook/answer.ts';
import type { Outlook, TargetOutlook } from '#domain/outlook/outlook.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { midSentence, sentenceStart } from '#domain/values/sentence-start.ts';
import type { Translate } from '#web/i18n/text.ts';
import type { en } from '#web/features/outlook/labels/en.ts';

/** The answers in the order of the statement, the worst first. */
const order = [
  'missed',
  'beyond_register',
  'short',
  'over',
  'within_register',
  'on_pace',
  'met',
  'unknown',
] as const;
type Group = (typeof order)[number];

/** A statement has this many sentences at most; the table below it has every answer. */
const mostSentences = 2;
/** Up to this many targets are named; of more the statement gives the number. */
const mostNames = 3;

const toGroup = ({ kind }: OutlookAnswer): Group => (kind === 'unreported' ? 'unknown' : kind);

interface Writing {
  readonly t: Translate<typeof en>;
  readonly language: Language;
}

/** Writes the targets of a group as the subject of a sentence. */
function writeSubject(
  targets: readonly TargetOutlook[],
  all: number,
  { t, language }: Writing,
): string {
  const names = targets.map(({ row }) =>
    language === 'en' ? midSentence(row.name.en) : row.name[language],
  );
  // an English name such as "Jobs, 2026" cannot stand in a list
  if (names.length > mostNames || (names.length > 1 && names.some((name) => name.includes(', '))))
    return t('targets_count', {
      n: formatCount(names.length, language),
      all: formatCount(all, language),
    });
  return names.length === 1
    ? t('target_of', { name: names[0] ?? '' })
    : t('targets_of', { names: joinNames(names, language) });
}

/** Writes the sentence about the targets with the same answer. */
function writeGroup(
  group: Group,
  targets: readonly TargetOutlook[],
  { projects = 0, targets: all }: Outlook,
  writing: Writing,
): string {
  const { t, language } = writing;
  const subject = writeSubject(targets, all.length, writing);
  const [only, ...others] = targets;
  const isOne = others.length === 0;
  const answer = only === undefined || !isOne ? undefined : findAnswer(only);
  if (only !== undefined && answer?.kind === 'short') {
    const by = writeDifference(only.row, answer.by, language);
    return t('say_short_by', { name: only.row.name[language], subject, by });
  }
  return group === 'beyond_register'
    ? t('say_beyond_register', { subject, isOne, n: formatCount(projects, language) })
    : t(`say_${group}`, { subject, isOne });
}

/**
 * Writes whether the targets will be met, in two sentences at most: the worst answers first.
 * @returns an empty text without targets
 */
export function writeStatement(
  outlook: Outlook,
  t: Translate<typeof en>,
  language: Language,
): string {
  const groups = Map.groupBy(outlook.targets, (target) => toGroup(findAnswer(target)));
  return order
    .flatMap((group) => {
      const targets = groups.get(group);
      return targets === undefined
        ? []
        : [sentenceStart(writeGroup(group, targets, outlook, { t, language }))];
    })
    .slice(0, mostSentences)
    .join(language === 'en' ? ' ' : '');
}
