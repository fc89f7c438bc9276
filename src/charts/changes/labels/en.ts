import { overviewCharts } from '#charts/kit/names/labels/en.ts';
import { statusTerms } from '#domain/labels/index.ts';
import { countWord, joinNames } from '#charts/kit/text/claim.ts';

const projects = (count: number): string =>
  `${countWord(count, 'en')} ${count === 1 ? 'project' : 'projects'}`;
const withAmount = (text: string, amount?: string): string =>
  amount === undefined ? text : `${text} with ${amount}`;
const joinWithOr = (kinds: readonly string[]): string =>
  kinds.length < 2 ? kinds.join('') : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1) ?? ''}`;

/** Labels of the bridge between two days. Functions take formatted texts and only order them. */
export const en = {
  /** Its name in lists of figures. */
  name: overviewCharts.changes,
  title: (established: string, pipeline: string) =>
    `What changed: established ${established}, pipeline ${pipeline}`,
  titleUnknown: 'How many projects are established and in the pipeline is not known',
  titleNone: 'What changed: no day to compare with',
  subtitle: (from: string, to: string, unit: string) =>
    `Planned investment from ${from} to ${to}, ${unit}`,
  marks: 'Filled: gained; outline: moved or revised; grey: lost',
  groups: {
    established: 'Established',
    pipeline: 'Pipeline',
  },
  /** In place of the numbers of a group. */
  notKnown: 'not known',
  same: (count: string) => `${count} as before`,
  became: (before: string, now: string) => `${before} → ${now}`,
  undisclosed: (count: string) => `${count} without an amount`,
  noRates: 'Currencies not converted',
  converted: {
    each_day: (currency: string) =>
      `Converted to ${currency}: opening at the first day’s rate, closing at the second day’s`,
    closing_day: (currency: string) =>
      `Converted to ${currency}: both days at the second day’s rate, so that the rate has no effect`,
  },
  missingRates: (currencies: string) =>
    `Currencies not converted, a rate is missing: ${currencies}`,
  rateOn: (currency: string, day: string) => `${currency} on or before ${day}`,
  /** Where no project has an amount. */
  noAmounts: 'No project has an amount; bars are numbers of projects',
  /** The amount of a signed project: the pipeline already included it. */
  within: (amount: string) => `within ${amount}`,
  heldBack: 'Bars are numbers of projects; amounts that stand for too few projects are not shown',
  otherCurrencies: (currencies: string) => `Other currencies are in the table: ${currencies}`,
  /** The title as a sentence; `amount` is omitted where it is not known for all the projects. */
  claim: {
    /** Where projects took one kind of step forward. */
    oneKind: {
      established: (count: number, amount?: string) =>
        withAmount(`${projects(count)} established`, amount),
      signed: (count: number, amount?: string) => withAmount(`${projects(count)} signed`, amount),
      new: (count: number, amount?: string) =>
        amount === undefined
          ? `${countWord(count, 'en')} new ${count === 1 ? 'project' : 'projects'}`
          : `${countWord(count, 'en')} new ${count === 1 ? 'project adds' : 'projects add'} ${amount}`,
      resumed: (count: number, amount?: string) => withAmount(`${projects(count)} resumed`, amount),
    },
    /** One of several kinds. */
    severalKinds: {
      established: (count: number) => `${countWord(count, 'en')} established`,
      signed: (count: number) => `${countWord(count, 'en')} signed`,
      new: (count: number) => `${countWord(count, 'en')} new`,
      resumed: (count: number) => `${countWord(count, 'en')} resumed`,
    },
    listKinds: (kinds: readonly string[]) => joinNames(kinds, 'en'),
    left: (count: number, amount?: string) => withAmount(`${countWord(count, 'en')} left`, amount),
    noneLost: 'nothing was lost',
    sentence: (day: string, parts: readonly string[]) => `${parts.join('; ')} since ${day}`,
    noneMoved: (day: string) => `no project came or left since ${day}`,
    unchanged: (day: string) => `no change is recorded since ${day}`,
  },
  /** Lines below a bridge without movement. */
  noChange: {
    kinds: {
      signed: 'signed',
      established: 'established',
      lost: 'lost',
      withdrawn: 'withdrawn',
      revised: 'revised',
    },
    noOther: (kinds: readonly string[]) => `No other step: none ${joinWithOr(kinds)}`,
    asBefore: (count: string) => `${count} established as before`,
    alsoMoved: (moves: string) => `Also moved: ${moves}`,
    move: (names: string, from: string, to: string) => `${names}: ${from} → ${to}`,
    nextDue: (milestones: string) => `Next due: ${milestones}`,
    due: (name: string, milestone: string, day: string) =>
      `${name} ${milestone.charAt(0).toLowerCase()}${milestone.slice(1)} ${day}`,
  },
  /** The heads above the steps of one meaning. */
  sections: {
    success: 'Success',
    loss: 'Loss',
    moved: 'Other moves',
    revised: 'New amounts',
  },
  steps: {
    opening: 'Opening',
    new: 'New',
    signed: 'Signed, still in pipeline',
    established: 'Established',
    resumed: 'Resumed',
    stage_set: 'Stage now known',
    lost: statusTerms.lost.en,
    withdrawn: statusTerms.withdrawn.en,
    ended: 'Declined, terminated or closed',
    moved_back: 'Moved back to pipeline',
    on_hold: statusTerms.on_hold.en,
    unlisted: statusTerms.unlisted.en,
    stage_unset: 'Stage not known',
    moved_in: 'Moved in',
    moved_out: 'Moved out',
    revised_up: 'Revised up',
    revised_down: 'Revised down',
    revised: 'Amount revised',
    exchange_rate: 'Exchange-rate effect',
    closing: 'Closing',
  },
  /** Moves between the groups, in the group that the projects enter. */
  arrivals: {
    established: 'Established from pipeline',
    moved_back: 'Moved back from established',
  },
  columns: {
    project: 'Project',
    group: 'Group',
    step: 'Change',
    projects: 'Projects concerned',
    count: 'Change in number',
    undisclosed: 'Of them without an amount',
    amount: 'Planned investment',
    currency: 'Currency',
    status: 'Status',
  },
};
