const projects = (n: number) => (n === 1 ? '1 project' : `${n.toLocaleString('en')} projects`);
/** Words of the copy that is sent, and of the page that makes it. */
export const en = {
  title: 'Copy of the page',
  what: (v: { date: string }) =>
    `One file with the overview as of ${v.date}, in Chinese, Japanese and English. It opens on any device, needs no network and contains no script.`,
  holds: 'Totals only: no project names, and no amount of fewer than three investors.',
  save: 'Save the copy',
  making: 'Making the copy',
  saved: (v: { name: string }) => `Saved as ${v.name}.`,
  no_pictures: 'The charts could not be drawn, so the copy holds the figures without them.',
  progress_of: (v: { date: string }) => `Progress as of ${v.date}`,
  made: (v: { date: string }) => `Read-only copy, made on ${v.date}`,
  illustrative:
    'Figures marked Example are invented to show what the page does. Do not quote them.',
  established: 'Established projects',
  investment: 'Investment in established projects',
  pipeline: 'Pipeline',
  source: (v: { source: string; date: string }) => `${v.source}, ${v.date}`,
  targets: 'Targets',
  target: 'Target',
  now: 'Now',
  plan: 'Plan to date',
  verdict: 'Verdict',
  by: (v: { date: string }) => `by ${v.date}`,
  checklist: (v: { done: number; total: number; date: string }) =>
    `${v.done} of ${v.total} done, ${v.date}`,
  no_checklist: 'No checklist reported',
  stages: 'Projects by stage',
  stage: 'Stage',
  count: 'Projects',
  amount: 'Planned investment',
  held_back_note:
    'Amounts of fewer than three investors are not shown, nor sums in which one could be estimated within 15 %, nor any from which such an amount could be worked out.',
  undisclosed: (v: { n: number }) => `${projects(v.n)} without an amount`,
  excluded: (v: { n: number }) => `${projects(v.n)} on hold or ended, not counted`,
  since: (v: { date: string }) => `Since ${v.date}`,
  since_text: (v: {
    n: number;
    before: number;
    now: number;
    pipelineBefore: number;
    pipelineNow: number;
  }) =>
    `${v.n === 1 ? '1 change' : `${v.n.toLocaleString('en')} changes`} of stage or status. Established: ${v.before.toLocaleString('en')} → ${v.now.toLocaleString('en')}. Pipeline: ${v.pipelineBefore.toLocaleString('en')} → ${v.pipelineNow.toLocaleString('en')}.`,
  method: 'How to read this',
  method_text:
    'Plan to date: baseline + (target − baseline) × planned share of the difference. Verdict: now ÷ plan to date. Investment is not output, and projects are not companies, so they are never compared. Two currencies are never added.',
  language: 'Language',
};
