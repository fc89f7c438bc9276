import { joinSubject } from '#domain/values/english-subject.ts';
import { midSentence } from '#domain/values/sentence-start.ts';

const projects = (count: string, kind = ''): string =>
  `${count} ${kind}${count === '1' ? 'project' : 'projects'}`;

/** Labels of the overview. Values are formatted for the reader. */
export const en = {
  established: 'Established projects',
  their_investment: 'Investment in established projects',
  pipeline: 'Pipeline',
  headline_beside: (v: { amount: string; other: string }) => `${v.amount} (${v.other})`,
  headline_full: (v: { established: string; money: string; pipeline: string }) =>
    `${projects(v.established, 'established ')} worth ${v.money}, ${v.pipeline} more in the pipeline`,
  headline_disclosed: (v: { established: string; money: string; pipeline: string }) =>
    `${projects(v.established, 'established ')} with ${v.money} stated, ${v.pipeline} more in the pipeline`,
  headline_counts: (v: { established: string; pipeline: string }) =>
    `${projects(v.established, 'established ')}, ${v.pipeline} more in the pipeline`,
  headline_neither: (v: { count: string }) =>
    `${projects(v.count)} in the register, none established or in the pipeline`,
  headline_not_set: (v: { count: string; not_set: string }) =>
    `${projects(v.count)} in the register, ${v.not_set} without a stage; none known to be established or in the pipeline`,
  headline_established: (v: { count: string }) =>
    `${projects(v.count, 'established ')}; how many are in the pipeline is not known`,
  headline_pipeline: (v: { count: string }) =>
    `${projects(v.count)} in the pipeline; how many are established is not known`,
  headline_unknown: 'How many projects are established and in the pipeline is not known',
  headline_none:
    'How many projects are established and in the pipeline had not been published by this day',
  headline_named: (v: {
    established: string;
    name: string;
    money: string;
    pipeline: string;
    pipeline_name: string;
  }) =>
    `${projects(v.established)} ${v.name}, worth ${v.money}, ${v.pipeline} more ${v.pipeline_name}`,
  headline_classes: (v: { items: readonly { name: string; value: string }[] }) =>
    v.items
      .map(({ name, value }, i) => (i === 0 ? `${projects(value)} ${name}` : `${value} ${name}`))
      .join(', '),
  class_projects: (v: { name: string }) => `Projects ${v.name}`,
  classes_note:
    'The source of that day counts in classes of its own. They do not match established and pipeline one to one.',
  statement_met: (v: { names: string; each: readonly string[] }) =>
    `${joinSubject(v.each)} on target`,
  statement_missed: (v: { names: string; each: readonly string[] }) =>
    `${joinSubject(v.each)} short of the target at the deadline`,
  statement_ahead: (v: { names: string; each: readonly string[] }) =>
    `${joinSubject(v.each)} ahead of plan`,
  statement_on: (v: { names: string; each: readonly string[] }) => `${joinSubject(v.each)} on plan`,
  statement_behind: (v: { names: string; each: readonly string[]; share: string }) =>
    `${joinSubject(v.each)} ${v.share} below plan`,
  statement_above: (v: { names: string; each: readonly string[]; share: string }) =>
    `${joinSubject(v.each)} ${v.share} above plan`,
  statement_behind_more: (v: { names: string; each: readonly string[] }) =>
    `${joinSubject(v.each)} also behind plan`,
  targets_n: (v: { n: number }) => `${v.n} targets`,
  statement_none: 'No targets have been reported for this period',
  clause: '; ',
  list: ', ',
  source: (v: { source: string }) => `Source: ${v.source}`,
  targets_line: (v: { year: string; items: string }) => `Targets for ${v.year}: ${v.items}.`,
  target_count: (v: { name: string; target: string }) => v.target,
  target_money: (v: { name: string; target: string }) => `${midSentence(v.name)} of ${v.target}`,
  earlier: (v: { date: string; value: string }) => `${v.date}: ${v.value}`,
  not_reported: 'Not reported',
  counted_how: 'What counts as established and as pipeline',
  counted_established: (v: { stages: string }) => `Established: ${v.stages}.`,
  counted_pipeline: (v: { stages: string }) => `Pipeline: ${v.stages}.`,
  counted_note: 'Only active projects count. The zone decides which stages the words mean.',
  earlier_word: (v: { name: string; date: string; words: string }) =>
    `${v.name} on ${v.date}: ${v.words}.`,
  phase_now: (v: { month: number; months: number; name: string }) =>
    `Month ${v.month} of ${v.months} of “${v.name}”`,
  phase_before: 'Before the first phase',
  phase_between: 'Between two phases',
  phase_after: 'After the last phase',
  nothing_recorded: (v: { date: string }) => `Nothing was recorded by ${v.date}.`,
  no_data: 'No data yet. Import your project register, or show the example.',
  import_file: 'Import a file',
  show_sample: 'Show the example',
  printed: (v: { date: string }) => `Data as of ${v.date}`,
};
