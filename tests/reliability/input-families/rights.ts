// F14. One installation is one zone: an object of another zone is an id outside of the caller's
// scope. Seen to fail: with `createProject: view` in policy.ts (F14-03).
import { sql } from 'kysely';
import type { Person } from '#contract/accounts/schemas.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import { policy } from '#server/core/policy.ts';
import { verifyAudit } from '#server/audit/store.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import type { TestBrowser } from '../../setup/api/accounts.ts';
import { draft } from '../../setup/api/links.ts';
import { addressOf, walk } from '../http/contract-walk.ts';
import { unlike, type Recipe } from './numbered-case.ts';
import { concurrencyRecipes } from './rights-concurrency.ts';
import { edit, is, ownerOf, project, revisionsOf, type RightsGround } from './rights-setup.ts';

const share = (by: TestBrowser): Promise<MadeLink> =>
  by.json<MadeLink>('POST', '/api/v1/links', { name: 'Ministry', ...draft });

export const rightRecipes: readonly Recipe<RightsGround>[] = [
  {
    id: 'F14-01',
    what: 'an object of another person by its id',
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
    what: 'an object with another owner, or of another zone',
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
      const canSee = async (by: TestBrowser): Promise<boolean> =>
        (await by.json<{ items: { id: string }[] }>('GET', '/api/v1/links')).items.some(
          ({ id }) => id === link.id,
        );
      const ended = await colleague.send('POST', '/api/v1/links/end', { all: true });
      const still = (await analyst.json<{ state: string }>('GET', `/api/v1/links/${link.id}`))
        .state;
      return [
        ...is('in the colleague’s list', await canSee(colleague), false),
        ...is('in the manager’s list', await canSee(manager), true),
        ...unlike('ending all of them', ended.status, [200, 400, 403]),
        ...is('the link', still, 'live'),
      ];
    },
  },
  ...concurrencyRecipes,
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
      const undo = await manager.send('POST', `/api/v1/revisions/${first.revision}/undo`, {});
      return [
        ...unlike('the other edit', second.status, [200]),
        ...unlike('the undo', undo.status, [409]),
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
