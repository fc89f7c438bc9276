// F14. One installation is one zone: what stands there for another zone is an id outside of the
// caller's scope. Seen to fail: with `createProject: view` in
// policy.ts (F14-03), with a commit of an import that looks at nothing but its answers, as it did
// (F14-11).
import { sql } from 'kysely';
import type { Person } from '#contract/accounts/schemas.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { policy } from '#server/core/policy.ts';
import { verifyAudit } from '#server/audit/store.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import type { TestBrowser } from '../../setup/api/accounts.ts';
import { draft } from '../../setup/api/links.ts';
import { addressOf, walk } from '../http/contract-walk.ts';
import { unlike, type Recipe } from './numbered-case.ts';
import type { RightsGround } from './rights-setup.ts';

let made = 0;
/** A new project, and what its editor must send to change it. */
async function project(by: TestBrowser): Promise<{ readonly path: string; readonly tag: string }> {
  const code = `R${(made += 1)}`;
  await by.json('POST', '/api/v1/projects', {
    code,
    stage: 'lead',
    facts: { name: `Project ${code}`, owner: 'Li' },
  });
  const path = `/api/v1/projects/${code}`;
  return { path, tag: (await by.send('GET', path)).headers.get('etag') ?? '' };
}
const edit = (
  by: TestBrowser,
  path: string,
  tag: string | undefined,
  owner: string,
): Promise<Response> =>
  by.send('PATCH', path, { facts: { owner } }, tag === undefined ? {} : { 'if-match': tag });
const ownerOf = async (by: TestBrowser, path: string): Promise<string | undefined> =>
  (await by.json<ProjectDetail>('GET', path)).owner;
const is = (what: string, found: unknown, right: unknown): readonly string[] =>
  found === right ? [] : [`${what} is ${String(found)}, not ${String(right)}`];
const share = (by: TestBrowser): Promise<MadeLink> =>
  by.json<MadeLink>('POST', '/api/v1/links', { name: 'Ministry', ...draft });
const revisionsOf = async ({ api }: RightsGround): Promise<number> =>
  (await api.db.read.selectFrom('revision').select('id').execute()).length;
const month = { period: '2021-04', value: '4321', confirm: true };
const entering = '/api/v1/indicators/companies/observations';

export const rightRecipes: readonly Recipe<RightsGround>[] = [
  {
    id: 'F14-01',
    what: 'somebody else’s thing by its id',
    run: async ({ analyst, colleague }) => {
      const { link } = await share(analyst);
      const path = `/api/v1/links/${link.id}`;
      const tag = (await analyst.send('GET', path)).headers.get('etag') ?? '';
      const changed = await colleague.send('PATCH', path, { state: 'ended' }, { 'if-match': tag });
      const still = (await analyst.json<{ state: string }>('GET', path)).state;
      return [
        ...unlike('a read', (await colleague.send('GET', path)).status, [404]),
        ...unlike('a change', changed.status, [404]),
        ...is('the link', still, 'live'),
      ];
    },
  },
  {
    id: 'F14-02',
    what: 'a thing made somebody else’s, or of another zone',
    run: async ({ manager }) => {
      const { path, tag } = await project(manager);
      const faults: string[] = [];
      for (const more of [
        { origin: 'sample' },
        { zone_id: 'B' },
        { created_by: 'Max' },
        { code: 'OTHER' },
      ]) {
        const { status } = await manager.send(
          'PATCH',
          path,
          { facts: { owner: 'x' }, ...more },
          { 'if-match': tag },
        );
        faults.push(...unlike(JSON.stringify(more), status, [400]));
      }
      const link = await manager.send('POST', '/api/v1/links', {
        name: 'x',
        ...draft,
        owner: { id: 'u1', name: 'Max' },
      });
      return [
        ...faults,
        ...unlike('a link of another owner', link.status, [400]),
        ...is('the owner', await ownerOf(manager, path), 'Li'),
      ];
    },
  },
  {
    id: 'F14-03',
    what: 'every change, by an analyst',
    run: async (ground) => {
      const before = await revisionsOf(ground);
      const faults: string[] = [];
      for (const one of walk().filter(
        ({ method, id }) => method !== 'GET' && !('open' in policy[id]),
      )) {
        const rule = policy[one.id];
        const own =
          'own' in rule ||
          ('right' in rule && ['own_account', 'share_own', 'set_up'].includes(String(rule.right)));
        if (own) continue;
        const { status } = await ground.analyst.send(
          one.method,
          addressOf(one, one.needs),
          one.body,
          { 'if-match': '"x"' },
        );
        faults.push(...unlike(one.id, status, [403]));
      }
      return [...faults, ...is('the number of revisions', await revisionsOf(ground), before)];
    },
  },
  {
    id: 'F14-04',
    what: 'lists and counts of what others made',
    run: async ({ analyst, colleague, manager }) => {
      const { link } = await share(analyst);
      const seen = async (by: TestBrowser): Promise<boolean> =>
        (await by.json<{ items: { id: string }[] }>('GET', '/api/v1/links')).items.some(
          ({ id }) => id === link.id,
        );
      const ended = await colleague.send('POST', '/api/v1/links/end', { all: true });
      const still = (await analyst.json<{ state: string }>('GET', `/api/v1/links/${link.id}`))
        .state;
      return [
        ...is('in the colleague’s list', await seen(colleague), false),
        ...is('in the manager’s list', await seen(manager), true),
        ...unlike('ending all of them', ended.status, [200, 400, 403]),
        ...is('the link', still, 'live'),
      ];
    },
  },
  {
    id: 'F14-05',
    what: 'two editors, one tag, at once',
    run: async ({ manager, other }) => {
      const { path, tag } = await project(manager);
      const answers = await Promise.all([
        edit(manager, path, tag, 'one'),
        edit(other, path, tag, 'two'),
      ]);
      const lost = answers.find(({ status }) => status !== 200);
      const { current } = ((await lost?.json()) ?? {}) as {
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
      for (const [given, right] of [
        ['*', 428],
        [`W/${tag}`, 412],
        ['""', 412],
        ['"v0.0"', 412],
      ] as const)
        faults.push(...unlike(given, (await edit(manager, path, given, 'x')).status, [right]));
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
      const [ended, edited] = await Promise.all([
        manager.send(
          'POST',
          `${path}/status`,
          { status: 'terminated', reason_code: 'other', reason: 'sold' },
          { 'if-match': tag },
        ),
        edit(other, path, tag, 'two'),
      ]);
      return is('how many went through', [ended, edited].filter(({ ok }) => ok).length, 1);
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
      const edited = await edit(other, path, tag, 'two');
      const late = await manager.send('POST', `/api/v1/imports/${preview.id}/commit`, {
        answers: { file_kind: 'own_register' },
      });
      return [
        ...unlike('the edit', edited.status, [200]),
        ...unlike('the import', late.status, [409, 422]),
        ...is('the owner', await ownerOf(manager, path), 'two'),
      ];
    },
  },
  {
    id: 'F14-12',
    what: 'a role lowered in mid-session',
    run: async ({ admin, other }) => {
      const { people } = await admin.json<{
        people: { id: string; login: string; version: string }[];
      }>('GET', '/api/v1/people');
      const { id, version } = people.find(({ login }) => login === 'max@x.org') ?? {
        id: '',
        version: '',
      };
      const lowered = await admin.json<Person>(
        'PATCH',
        `/api/v1/people/${id}`,
        { role: 'viewer' },
        { 'if-match': `"${version}"` },
      );
      const next = await other.send('POST', '/api/v1/projects', {
        code: 'R-late',
        stage: 'lead',
        facts: { name: 'x' },
      });
      await admin.json(
        'PATCH',
        `/api/v1/people/${id}`,
        { role: 'manager' },
        { 'if-match': `"${lowered.version}"` },
      );
      return unlike('the next request', next.status, [403]);
    },
  },
  {
    id: 'F14-13',
    what: 'an undo after another person’s edit',
    run: async ({ manager, other }) => {
      const { path, tag } = await project(manager);
      const first = (await (await edit(manager, path, tag, 'one')).json()) as { revision: number };
      const now = (await other.send('GET', path)).headers.get('etag') ?? '';
      const second = await edit(other, path, now, 'two');
      const undone = await manager.send('POST', `/api/v1/revisions/${first.revision}/undo`, {});
      return [
        ...unlike('the other edit', second.status, [200]),
        ...unlike('the undo', undone.status, [409]),
        ...is('the owner', await ownerOf(manager, path), 'two'),
      ];
    },
  },
  {
    id: 'F14-14',
    what: 'rows of the history and of the audit changed by SQL',
    run: async ({ api }) => {
      const whole = [(await verifyChain(api.db)).whole, (await verifyAudit(api.db)).whole];
      await api.db.write(async (trx) => {
        await sql`update revision set author = 'nobody' where id = (select max(id) from revision)`.execute(
          trx,
        );
        await sql`update audit_event set kind = 'signed_out' where seq = (select max(seq) from audit_event)`.execute(
          trx,
        );
      });
      const altered = [(await verifyChain(api.db)).whole, (await verifyAudit(api.db)).whole];
      return [
        ...is('before', whole.join(), 'true,true'),
        ...is('after', altered.join(), 'false,false'),
      ];
    },
  },
];
