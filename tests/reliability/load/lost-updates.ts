// R-37. Twenty editors change the same projects at once, each from the version that it read. Seen
// to fail: when checkSeen of projects/edit-service.ts returns at once, 310 of 500 edits are lost.
import type { ProjectConflict } from '#contract/projects/edit-schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { countOf, outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { random } from '../setup/random.ts';

const editors = 20;
const projects = 4;
const fields = ['owner', 'unit', 'next_step', 'remark', 'progress_text'] as const;
type Field = (typeof fields)[number];

interface Accepted {
  readonly revision: number;
  readonly code: string;
  readonly field: Field;
  readonly value: string;
  /** The field's value in the version that the editor read. */
  readonly over: string | undefined;
}
/** How far to page through a history. Revision numbers show that none is missing. */
const mostListed = 1000;
interface HistoryPage {
  readonly items: readonly { readonly revision: number }[];
  readonly next?: number;
}
interface Tally {
  readonly acceptedEdits: Accepted[];
  readonly faults: string[];
  refused: number;
}

/** One editor: reads, changes a field, and after a conflict reads again. */
async function edit(
  api: TestApi,
  name: number,
  edits: number,
  next: () => number,
  tally: Tally,
): Promise<void> {
  for (let n = 0; n < edits; n += 1) {
    const code = `P${Math.floor(next() * projects)}`;
    const response = await api.send('GET', `/api/v1/projects/${code}`);
    const etag = response.headers.get('etag') ?? '';
    const project = (await response.json()) as ProjectDetail;
    const field = fields[Math.floor(next() * fields.length)] ?? 'owner';
    const value = `${name}-${n}`;
    if (next() < 0.5) await new Promise((resolve) => setImmediate(resolve));
    const body = { facts: { [field]: value } };
    const answer = await api.send('PATCH', `/api/v1/projects/${code}`, {
      body,
      headers: { 'if-match': etag },
    });
    const json = (await answer.json()) as { revision: number; current?: ProjectConflict };
    if (answer.status === 200) {
      tally.acceptedEdits.push({
        revision: json.revision,
        code,
        field,
        value,
        over: project[field],
      });
    } else if (answer.status === 412) {
      tally.refused += 1;
      const now = json.current?.now;
      if (now === undefined || answer.headers.get('etag') === etag)
        tally.faults.push(`${code}: a 412 without the present version`);
      // The conflict carries the current version: the next edit starts from it.
      const again = await api.send('PATCH', `/api/v1/projects/${code}`, {
        body,
        headers: { 'if-match': answer.headers.get('etag') ?? '' },
      });
      const then = (await again.json()) as { revision: number };
      if (again.status === 200)
        tally.acceptedEdits.push({
          revision: then.revision,
          code,
          field,
          value,
          over: now?.[field],
        });
      else if (again.status !== 412)
        tally.faults.push(`${code}: the second try gave ${again.status}`);
    } else tally.faults.push(`${code}: ${answer.status} ${JSON.stringify(json).slice(0, 200)}`);
  }
}

/**
 * No edit is lost when each accepted edit replaced the value of the edit before it, and the history
 * holds them all.
 */
async function findLosses(api: TestApi, { acceptedEdits, faults }: Tally): Promise<string[]> {
  const wrong = [...faults];
  const now = new Map<string, string | undefined>();
  for (const { revision, code, field, value, over } of acceptedEdits.toSorted(
    (a, b) => a.revision - b.revision,
  )) {
    const key = `${code} ${field}`;
    if (now.get(key) !== over)
      wrong.push(
        `revision ${revision}: ${value} was put over ${over}, and ${now.get(key)} stood there`,
      );
    now.set(key, value);
  }
  const revisions = new Set(
    (await api.db.read.selectFrom('revision').select('id').execute()).map(({ id }) => id),
  );
  for (const { revision } of acceptedEdits)
    if (!revisions.has(revision)) wrong.push(`revision ${revision} is gone`);
  if (new Set(acceptedEdits.map(({ revision }) => revision)).size !== acceptedEdits.length)
    wrong.push('two edits bear one revision');
  for (let i = 0; i < projects; i += 1) {
    const code = `P${i}`;
    const project = await api.get<ProjectDetail>(`/api/v1/projects/${code}`);
    for (const field of fields)
      if (project[field] !== now.get(`${code} ${field}`))
        wrong.push(`${code} ${field} is ${project[field]}, not ${now.get(`${code} ${field}`)}`);
    const history: number[] = [];
    for (
      let next: number | undefined = Number.MAX_SAFE_INTEGER;
      next !== undefined && history.length < mostListed;
    ) {
      const page: HistoryPage = await api.get<HistoryPage>(
        `/api/v1/projects/${code}/history?before=${Math.min(next, 1e14)}`,
      );
      history.push(...page.items.map(({ revision }) => revision));
      next = page.next;
    }
    const of = acceptedEdits.filter((one) => one.code === code).map(({ revision }) => revision);
    // newest first; the creation is last
    const edits = history.length > of.length ? history.slice(0, -1) : history;
    if (
      edits.join() !==
        of
          .sort((a, b) => b - a)
          .slice(0, edits.length)
          .join() ||
      edits.length < Math.min(of.length, mostListed)
    )
      wrong.push(`${code}: ${of.length} edits were accepted, its history has others in its pages`);
  }
  return wrong;
}

export const lostUpdates: ReliabilityTest = {
  id: 'R-37',
  title: 'lost updates: 20 editors × 5,000 random edits on each store',
  async run(runOptions) {
    const lines: string[] = [];
    const faults: string[] = [];
    for (const engine of engines) {
      const api = await openApi(engine, { clock: () => new Date('2021-05-10T08:00:00Z') });
      for (let i = 0; i < projects; i += 1)
        await api.send('POST', '/api/v1/projects', {
          body: { code: `P${i}`, stage: 'lead', facts: { name: `Project ${i}` } },
        });
      const tally: Tally = { acceptedEdits: [], faults: [], refused: 0 };
      const each = countOf(5000, runOptions);
      const start = performance.now();
      await Promise.all(
        Array.from({ length: editors }, (_, name) =>
          edit(api, name, each, random(runOptions.seed + name), tally),
        ),
      );
      const wrong = await findLosses(api, tally);
      if (tally.refused === 0) wrong.push('no edit met another: nothing was tried');
      const rate = Math.round((editors * each * 1000) / (performance.now() - start));
      lines.push(
        `${engine.name}: ${editors * each} edits, ${rate} a second, ${tally.acceptedEdits.length} accepted, ${tally.refused} refused with the present version, ${wrong.length} lost`,
      );
      faults.push(...wrong);
      await api.close();
    }
    return outcome(lines.join('; '), faults);
  },
};
