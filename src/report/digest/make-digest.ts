import { compact } from '#domain/values/compact.ts';
import { areKnown } from '#domain/changes/moves.ts';
import { actionCountText } from '#domain/labels/projects/action.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { DigestFrequency } from '#domain/reminders/digest-schedule.ts';
import type { ReportBlock, ReportInput } from '#domain/report/report.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import { formatCount, formatDate, formatValue } from '#domain/values/format.ts';
import { fillText, type Language } from '#domain/values/language.ts';
import { listOpenItems } from '#domain/zone/checklist.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { reportLabels } from '#report/labels/index.ts';
import { changeBlocks } from '#report/sections/changes-section.ts';
import { makeDeclaredTable } from '#report/sections/targets/declared-table.ts';
import { nextBlocks, problemBlocks } from '#report/sections/problems.ts';
import { headlineSentences } from '#report/sections/statement.ts';
import { digestMailLabels } from './labels/index.ts';

export interface DigestSection {
  readonly id: 'changes' | 'problems' | 'declared' | 'next';
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
/** Makes the address of the page on which a person changes the digest, or turns it off. */
export const digestAddress = (link: string): string => `${link.replace(/\/$/, '')}/account`;

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

/** Writes the items of checklists that are planned up to the last day, and not done. */
function dueItemBlocks({ ahead, until, language, issues }: DigestInput): readonly ReportBlock[] {
  const { as_of } = ahead;
  const items = listOpenItems(ahead.targets, as_of)
    .filter(({ planned }) => planned <= until)
    .map(({ target, item, planned }) => {
      const day = formatDate(planned, language, 'long');
      const late = formatValue(daysBetween(planned, as_of), 'days', language).text;
      return digestMailLabels[language].checklistItem(
        target.name[language],
        fillText(item.name)[language],
        planned < as_of ? reportLabels[language].overdue(day, late) : day,
        // a reader who may not see issues does not see owners either
        issues === undefined ? undefined : item.owner,
      );
    });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Lists due work, by the rule of the report's next steps, and the due items of checklists. */
function dueBlocks(digestInput: DigestInput): readonly ReportBlock[] {
  const { ahead, until, language, decisions = [], ...input } = digestInput;
  const blocks = [
    ...nextBlocks({
      ...input,
      decisions: decisions.filter(({ due }) => due !== undefined && due <= until),
      language,
      overview: endingBy(ahead, until),
      next_until: until,
    }),
    ...dueItemBlocks(digestInput),
  ];
  return blocks.length === 0
    ? [
        {
          kind: 'text',
          text: digestMailLabels[language].noDue(formatDate(until, language, 'long')),
        },
      ]
    : blocks;
}

function nameSubject({ overview, language, frequency, from, to, changes }: DigestInput): string {
  const t = digestMailLabels[language];
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

/** The statuses that people declared for targets, where there is any. */
function declaredSections({ overview, language }: DigestInput): readonly DigestSection[] {
  const table = makeDeclaredTable(overview, language);
  const heading = digestMailLabels[language].headings.declared;
  return table === undefined
    ? []
    : [{ id: 'declared', heading, blocks: [{ kind: 'table', caption: '', table }] }];
}

/** Makes a digest with the functions of the report, so that no rule is written twice. */
export function makeDigest(input: DigestInput): Digest {
  const { overview, language, until, link } = input;
  const t = digestMailLabels[language];
  const reportInput = { ...input, next_until: until };
  return {
    language,
    subject: nameSubject(input),
    ...compact({
      warning: overview.illustrative ? kitLabels[language].illustrative : undefined,
      link,
    }),
    intro: [
      ...headlineSentences(overview, language),
      t.known(formatDate(overview.as_of, language, 'long')),
    ],
    sections: [
      { id: 'changes', heading: t.headings.changes, blocks: changeBlocks(reportInput) },
      { id: 'problems', heading: t.headings.problems, blocks: problemBlocks(reportInput) },
      ...declaredSections(input),
      {
        id: 'next',
        heading: t.headings.next(formatDate(until, language, 'long')),
        blocks: dueBlocks(input),
      },
    ],
  };
}
