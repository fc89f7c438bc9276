import { milestoneTypes, type MilestoneType } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { DoubtFact, DoubtProject, DoubtRow } from './doubt.ts';
import { projectSubject } from './subject.ts';

const findActual = (
  { milestones }: Pick<DoubtProject, 'milestones'>,
  type: MilestoneType,
): IsoDate | undefined => milestones.find((one) => one.type === type)?.actual;

/** Finds projects whose operation began before their construction. */
export const findOperationBeforeStart = (projects: readonly DoubtProject[]): DoubtRow[] =>
  projects.flatMap((project) => {
    const start = findActual(project, 'start');
    const operation = findActual(project, 'operation');
    if (start === undefined || operation === undefined || operation >= start) return [];
    return [
      {
        subjects: [projectSubject(project)],
        facts: [
          { name: 'start', date: start },
          { name: 'operation', date: operation },
        ],
      },
    ];
  });

/** The first day that a register can name. An unbounded validity begins before it. */
const firstNamedDay = '1900-01-01';

/** Finds projects with an actual date, or a day of update, after the day that states it. */
export const findDateAfterEdition = (projects: readonly DoubtProject[]): DoubtRow[] =>
  projects.flatMap((project) => {
    const { stated, last_update } = project;
    if (stated < firstNamedDay) return [];
    const late: DoubtFact[] = milestoneTypes.flatMap((name) => {
      const date = findActual(project, name);
      return date !== undefined && date > stated ? [{ name, date }] : [];
    });
    if (last_update !== undefined && last_update > stated)
      late.push({ name: 'last_update', date: last_update });
    return late.length === 0
      ? []
      : [
          {
            subjects: [projectSubject(project)],
            facts: [...late, { name: 'stated', date: stated }],
          },
        ];
  });
