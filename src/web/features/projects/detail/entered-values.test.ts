import { expect, test } from 'vitest';
import type { ProjectVersion } from '#contract/projects/edit-schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { enteredValues } from './entered-values.ts';

const project: ProjectDetail = {
  code: 'A1',
  origin: 'own',
  name: 'One',
  owner: 'Li',
  unit: 'Office',
  stage: 'signed',
  status: 'active',
  amounts: { total_investment: { money: { minor: '500', currency: 'CNY' } } },
  milestones: [],
  data_status: 'reported',
  revision: 5,
  stage_events: [],
  status_events: [],
};
const version = (
  revision: number,
  kind: string,
  changes: ProjectVersion['changes'],
): ProjectVersion => ({
  revision,
  recorded_at: `2026-01-0${revision}T00:00:00.000Z`,
  author: 'Chen',
  kind,
  reason: `reason ${revision}`,
  changes,
});
const findValues = (versions: readonly ProjectVersion[]) =>
  enteredValues(project, versions).map((one) => [one.field, one.version.revision]);

test('names the last edit that set a value, and none for an imported value', () => {
  const imported = version(2, 'import', [
    { field: 'name', to: 'One' },
    { field: 'owner', to: 'Sato' },
    { field: 'amounts.total_investment', to: { money: { currency: 'CNY', minor: '500' } } },
  ]);
  const edit = version(3, 'project', [{ field: 'owner', from: 'Sato', to: 'Li' }]);
  const moved = version(4, 'project_stage', [{ field: 'stage', from: 'lead', to: 'signed' }]);
  expect(findValues([moved, edit, imported])).toEqual([
    ['stage', 4],
    ['owner', 3],
  ]);
});
test('credits a restored value to its first author, and a repeated one to the later file', () => {
  const set = version(2, 'project', [{ field: 'owner', to: 'Li' }]);
  const other = version(3, 'project', [{ field: 'owner', from: 'Li', to: 'Sato' }]);
  const undo = version(4, 'undo', [{ field: 'owner', from: 'Sato', to: 'Li' }]);
  expect(findValues([undo, other, set])).toEqual([['owner', 2]]);
  expect(
    findValues([version(5, 'import', [{ field: 'owner', from: 'Sato', to: 'Li' }]), other, set]),
  ).toEqual([]);
});
