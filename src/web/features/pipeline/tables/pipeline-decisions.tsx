import type { NamedProject } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import type { ReactNode } from 'react';
import { targetKey } from '#domain/zone/indicator.ts';
import { useMayEdit, useOverviewOfView } from '#web/data/overview-of-view.ts';
import { useSession, useZone } from '#web/data/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { Decisions } from '#web/features/work/decisions.tsx';
import type { Subjects } from '#web/features/work/decision-form.tsx';
import { useViewState } from '#web/url/use-view-state.ts';

/** The targets of the zone by key, each with the name of its indicator and its deadline. */
function useTargetNames(): Subjects {
  const language = useLanguage();
  const zone = useZone().data;
  return (zone?.targets ?? []).map((target) => {
    const name = zone?.indicators.find(({ id }) => id === target.indicator)?.name[language];
    return [targetKey(target), `${name ?? target.indicator} · ${target.deadline.slice(0, 4)}`];
  });
}

/** Decisions on projects and targets, open ones first. */
export function PipelineDecisions({
  link,
}: {
  readonly link: (project: NamedProject) => ReactNode;
}) {
  const { view } = useViewState();
  const overview = useOverviewOfView().data;
  const targets = useTargetNames();
  const isOwn = useSession().data?.origin === 'own';
  const mayEdit = useMayEdit() && isOwn;
  const names = new Map(targets);
  return (
    <Decisions
      query={{ as_of: view.as_of, known_at: view.known_at }}
      day={overview?.as_of ?? serverDay()}
      editable={mayEdit && view.known_at === undefined}
      subject="target"
      subjects={mayEdit ? targets : []}
      about={({ subject, subject_id, name, names: translatedNames }) =>
        subject === 'project'
          ? link({
              code: subject_id,
              name: name ?? subject_id,
              ...compact({ names: translatedNames }),
            })
          : (names.get(subject_id) ?? subject_id)
      }
    />
  );
}
