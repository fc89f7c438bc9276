// Seen to fail: with a commit of an import that checks only its answers (F14-11).
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { unlike, type Recipe } from './numbered-case.ts';
import { edit, is, ownerOf, project, revisionsOf, type RightsGround } from './rights-setup.ts';

const month = { period: '2021-04', value: '4321', confirm: true };
const entering = '/api/v1/indicators/companies/observations';

/** F14-05 to F14-11: edits at once, preconditions and idempotency keys. */
export const concurrencyRecipes: readonly Recipe<RightsGround>[] = [
  {
    id: 'F14-05',
    what: 'two editors, one tag, at once',
    run: async ({ manager, other }) => {
      const { path, tag } = await project(manager);
      const answers = await Promise.all([
        edit(manager, path, tag, 'one'),
        edit(other, path, tag, 'two'),
      ]);
      const refusal = answers.find(({ status }) => status !== 200);
      const { current } = ((await refusal?.json()) ?? {}) as {
        current?: { now?: { owner?: string } };
      };
      return [
        ...is(
          'the statuses',
          answers
            .map(({ status }) => status)
            .toSorted()
            .join(' '),
          '200 412',
        ),
        ...is('what the second is shown', current?.now?.owner, await ownerOf(manager, path)),
      ];
    },
  },
  {
    id: 'F14-06',
    what: 'a change without If-Match',
    run: async ({ manager }) => {
      const { path } = await project(manager);
      return [
        ...unlike('it', (await edit(manager, path, undefined, 'x')).status, [428]),
        ...is('the owner', await ownerOf(manager, path), 'Li'),
      ];
    },
  },
  {
    id: 'F14-07',
    what: 'If-Match * and weak tags',
    run: async ({ manager }) => {
      const { path, tag } = await project(manager);
      const faults: string[] = [];
      for (const [tagHeader, right] of [
        ['*', 428],
        [`W/${tag}`, 412],
        ['""', 412],
        ['"v0.0"', 412],
      ] as const)
        faults.push(
          ...unlike(tagHeader, (await edit(manager, path, tagHeader, 'x')).status, [right]),
        );
      return [...faults, ...is('the owner', await ownerOf(manager, path), 'Li')];
    },
  },
  {
    id: 'F14-08',
    what: 'one Idempotency-Key, 50 at once',
    run: async (ground) => {
      const before = await revisionsOf(ground);
      const send = () =>
        ground.manager.send('POST', entering, month, { 'idempotency-key': 'f14-08' });
      const answers = await Promise.all(Array.from({ length: 50 }, send));
      const odd = answers.filter(({ status }) => status !== 201 && status !== 409).length;
      return [
        ...is('the number of effects', (await revisionsOf(ground)) - before, 1),
        ...is('odd answers', odd, 0),
        ...unlike('once more', (await send()).status, [201]),
      ];
    },
  },
  {
    id: 'F14-09',
    what: 'the same key with another body, and by another person',
    run: async ({ manager, other }) => {
      const headers = { 'idempotency-key': 'f14-09' };
      const first = await manager.send('POST', entering, { ...month, value: '4322' }, headers);
      const second = await manager.send('POST', entering, { ...month, value: '4323' }, headers);
      const others = await other.send('POST', entering, { ...month, value: '4324' }, headers);
      return [
        ...unlike('the first', first.status, [201]),
        ...unlike('the second', second.status, [422]),
        ...unlike('another person’s', others.status, [201]),
      ];
    },
  },
  {
    id: 'F14-10',
    what: 'a project closed against an edit of what stood before',
    run: async ({ manager, other }) => {
      const { path, tag } = await project(manager);
      const [ended, editResponse] = await Promise.all([
        manager.send(
          'POST',
          `${path}/status`,
          { status: 'terminated', reason_code: 'other', reason: 'sold' },
          { 'if-match': tag },
        ),
        edit(other, path, tag, 'two'),
      ]);
      return is('how many went through', [ended, editResponse].filter(({ ok }) => ok).length, 1);
    },
  },
  {
    id: 'F14-11',
    what: 'an import of rows that are edited meanwhile',
    run: async ({ manager, other }) => {
      const { path, tag } = await project(manager);
      const form = new FormData();
      const rows = `项目编号,项目名称,项目阶段,总投资（万元）\r\n${path.split('/').at(-1)},甲项目,在谈,90000\r\n`;
      form.set('file', new File([rows], 'a.csv'));
      const preview = (await (
        await manager.send('POST', '/api/v1/imports', form)
      ).json()) as ImportPreview;
      const response = await edit(other, path, tag, 'two');
      const late = await manager.send('POST', `/api/v1/imports/${preview.id}/commit`, {
        answers: { file_kind: 'own_register' },
      });
      return [
        ...unlike('the edit', response.status, [200]),
        ...unlike('the import', late.status, [409, 422]),
        ...is('the owner', await ownerOf(manager, path), 'two'),
      ];
    },
  },
];
