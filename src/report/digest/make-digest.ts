import { compact } from '#domain/values/compact.ts';
import { areKnown } from '#domain/changes/moves.ts';
import { actionCountText } from '#domain/labels/projects/action.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { DigestFrequency } from '#domain/reminders/digest-schedule.ts';
import type { ReportBlock, ReportInput } from '#domain/report/report.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { frameWords } from '#charts/kit/labels/index.ts';
import { changeBlocks } from '#report/sections/changes-section.ts';
import { nextBlocks, problemBlocks } from '#report/sections/problems.ts';
import { headlineSentences } from '#report/sections/statement.ts';
import { digestWords } from './labels/index.ts';

export interface DigestSection {
  readonly id: 'changes' | 'problems' | 'next';
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}
/** The changes, the required actions and the due dates, in the words of the report. */
export interface Digest {
  readonly language: Language;
  readonly subject: string;
  /** Says that values are invented. Omitted when none is. */
  readonly warning?: string;
  readonly intro: readonly string[];
  readonly sections: readonly DigestSection[];
  /** A text about the attached report of each closed month. Omitted without one. */
  readonly reports?: readonly string[];
  /** The address of the zone in Headway. Omitted where the server knows no address of its own. */
  readonly link?: string;
}
export interface DigestInput extends Omit<ReportInput, 'next_until' | 'period'> {
  readonly frequency: Exclude<DigestFrequency, 'off'>;
  /** The days between which changes are reported. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The overview from whose day on due work is listed, and the last day of that list. */
  readonly ahead: Overview;
  readonly until: IsoDate;
  readonly link?: string;
}

/** The overview without the deadlines and phases that end after a day. */
const endingBy = (overview: Overview, until: IsoDate): Overview => ({
  ...overview,
  targets: overview.targets.filter(({ deadline }) => deadline <= until),
  phases: overview.phases.filter(({ end }) => end <= until),
});

/** Lists due work, by the rule of the report's next steps. */
function dueBlocks({
  ahead,
  until,
  language,
  decisions = [],
  ...input
}: DigestInput): readonly ReportBlock[] {
  const blocks = nextBlocks({
    ...input,
    decisions: decisions.filter(({ due }) => due !== undefined && due <= until),
    language,
    overview: endingBy(ahead, until),
    next_until: until,
  });
  return blocks.length === 0
    ? [{ kind: 'text', text: digestWords[language].noDue(formatDate(until, language, 'long')) }]
    : blocks;
}

function nameSubject({ overview, language, frequency, from, to, changes }: DigestInput): string {
  const t = digestWords[language];
  const day = (date: IsoDate): string => formatDate(date, language, 'long');
  const count = (n: number): string => formatCount(n, language, 'projects');
  const parts = [
    ...(changes !== undefined && areKnown(changes) ? [t.changed(count(changes.total))] : []),
    ...(overview.actions === undefined
      ? []
      : [t.toDo(actionCountText(overview.actions, language))]),
  ];
  const subject = t.subject[frequency](overview.zone.name[language], day(from), day(to));
  return parts.length === 0 ? subject : subject + t.counts(parts);
}

/** Makes a digest with the functions of the report, so that no rule is written twice. */
export function makeDigest(input: DigestInput): Digest {
  const { overview, language, until, link } = input;
  const t = digestWords[language];
  const reportInput = { ...input, next_until: until };
  return {
    language,
    subject: nameSubject(input),
    ...compact({
      warning: overview.illustrative ? frameWords[language].illustrative : undefined,
      link,
    }),
    intro: [
      ...headlineSentences(overview, language),
      t.known(formatDate(overview.as_of, language, 'long')),
    ],
    sections: [
      { id: 'changes', heading: t.headings.changes, blocks: changeBlocks(reportInput) },
      { id: 'problems', heading: t.headings.problems, blocks: problemBlocks(reportInput) },
      {
        id: 'next',
        heading: t.headings.next(formatDate(until, language, 'long')),
        blocks: dueBlocks(input),
      },
    ],
  };
}
