import { describeProject } from '#domain/analysis/timeline-project.ts';
import { daysBehind } from '#domain/analysis/project-timeline.ts';
import { registerSource } from '#domain/labels/general/data.ts';
import { milestoneTerms } from '#domain/labels/projects/field.ts';
import { zoneStageTerms } from '#domain/labels/projects/stage.ts';
import type { Explained } from '#domain/measures/explanation.ts';
import type { SizeRowsInput } from '#domain/measures/rows-input.ts';
import { absences, countText, inAll } from '#domain/measures/explain/texts.ts';
import { usualGates } from '#domain/projects/gate.ts';
import { pickNamed } from '#domain/projects/project.ts';
import { formatMoney, formatValue } from '#domain/values/format.ts';
import { words } from '#domain/values/term.ts';
import { problem } from '#server/core/problem.ts';
import { findAnalysisRows } from './analysis-rows.ts';
import { type FigureSources, need } from './sources.ts';

/** Explains how many projects of a stage have an amount of some size. */
export async function explainSize(sources: FigureSources): Promise<Explained> {
  const { query, snapshot, as_of, deps } = sources;
  const { base_currency: currency, stage_words } = snapshot.profile;
  const names = zoneStageTerms(stage_words);
  const [key, size] = [need(query, 'key'), need(query, 'size')];
  const stage = Object.keys(names).find((one) => one === key) as keyof typeof names | undefined;
  if (stage === undefined)
    throw problem('bad_request', `Correct key: use one of ${Object.keys(names).join(', ')}.`);
  const [from = '', to = ''] = size.split('-');
  const rows: SizeRowsInput = {
    kind: 'size',
    ...{ stage, currency },
    class: size === 'zero' || size === 'other' || size === 'none' ? size : { from, to },
  };
  const found = await findAnalysisRows(deps, snapshot, rows, { limit: '1', as_of });
  const count = found.kind === 'projects' ? found.total : 0;
  const data_status = snapshot.origin === 'own' ? 'reported' : 'illustrative';
  return {
    subject: names[stage],
    text: countText(count),
    exact: [{ value: String(count), unit: 'projects' }],
    parts:
      to === ''
        ? []
        : [
            {
              name: words('区间', '範囲', 'Class'),
              text: inAll((language) =>
                [from, to]
                  .map((minor) => formatMoney({ minor, currency }, language).text)
                  .join(' – '),
              ),
            },
          ],
    sources: [{ title: registerSource(data_status), date: as_of }],
    data_status,
    rows,
  };
}

/** Explains the days that a project is behind its original date. */
export async function explainProjectBehind(sources: FigureSources): Promise<Explained> {
  const { snapshot, as_of } = sources;
  const project = await sources.project();
  const { verdict } = describeProject(
    { ...project, stage_events: project.stage_events },
    snapshot.profile.gates ?? usualGates,
    as_of,
  );
  const isKnown = verdict.kind !== 'no_dates' && verdict.kind !== 'no_original';
  const days = daysBehind({ verdict });
  return {
    subject: inAll((language) => project.names?.[language] ?? project.name),
    ...(isKnown
      ? {
          text: inAll((language) => formatValue(String(days), 'days', language).text),
          exact: [{ value: String(days), unit: 'days' }],
        }
      : { absent: absences.no_original }),
    parts:
      'type' in verdict
        ? [
            {
              name: words('里程碑', 'マイルストーン', 'Milestone'),
              text: milestoneTerms[verdict.type],
            },
          ]
        : [],
    sources: [{ title: registerSource(project.data_status), date: as_of }],
    data_status: project.data_status,
    rows: {
      kind: 'projects',
      total: 1,
      items: [{ ...pickNamed(project), stage: project.stage, status: project.status }],
    },
  };
}
