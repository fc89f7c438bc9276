// Random histories. Each answer must be the same when it is read again later as known at that
// moment, and the bridge between any two days and moments must add up to the register of both. Seen
// to fail: when `seen` of changes/move-store.ts takes the current rows, openings differ from the
// register as known then.
import { reconciles } from '#domain/changes/bridge.fixture.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import type { WireMoney } from '#domain/values/money.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import {
  countOf,
  outcome,
  type RunOptions,
  type ReliabilityTest,
} from '../setup/reliability-test.ts';
import { random } from '../setup/random.ts';

const days = [
  '2021-01-15',
  '2021-02-28',
  '2021-03-10',
  '2021-04-20',
  '2021-05-05',
  '2021-05-09',
] as const;
const codes = ['P0', 'P1', 'P2', 'P3', 'P4'] as const;
const reads = (day: string): readonly string[] => [
  `/api/v1/overview?as_of=${day}`,
  `/api/v1/projects?as_of=${day}&limit=100`,
  `/api/v1/pipeline?as_of=${day}`,
  `/api/v1/summary?by=stage&as_of=${day}`,
  `/api/v1/summary?by=industry&as_of=${day}&measure=paid_in`,
  `/api/v1/indicators/companies/observations?as_of=${day}`,
  `/api/v1/projects/P1?as_of=${day}`,
  `/api/v1/projects/P1/issues?as_of=${day}`,
  '/api/v1/zone?',
  '/api/v1/indicators?',
  '/api/v1/periods?',
  '/api/v1/periods/2021-03?',
  '/api/v1/exchange-rates?',
];
/**
 * The lasting part of an answer: without the age of own data by the wall clock and without later
 * revisions.
 */
const lasting = (text: string): string =>
  JSON.stringify(JSON.parse(text), (key, value: unknown) =>
    ['age_days', 'report_due', 'revised_since', 'reference', 'undone_by'].includes(key)
      ? undefined
      : value,
  );

type Pick = <T>(list: readonly T[]) => T;
/** Makes one random change. The server may reject it. */
async function change(api: TestApi, next: () => number, pick: Pick, n: number): Promise<void> {
  const code = pick(codes);
  const url = `/api/v1/projects/${code}`;
  const money = () => ({
    money: { minor: String(Math.floor(next() * 1e9)), currency: pick(['CNY', 'CNY', 'JPY']) },
  });
  const tagged = async () => ({
    'if-match': (await api.send('GET', url)).headers.get('etag') ?? '',
  });
  const send = (method: string, path: string, body: unknown, headers = {}) =>
    api.send(method, path, { body, headers });
  const kind = Math.floor(next() * 9);
  if (kind <= 1)
    await send('POST', '/api/v1/projects', {
      code,
      stage: pick(stages),
      valid_from: pick(days),
      facts: {
        name: `Project ${code}`,
        industry: pick(['eco', 'ict']),
        'amounts.total_investment': money(),
      },
    });
  else if (kind === 2) {
    const field = pick(['amounts.total_investment', 'amounts.paid_in'] as const);
    await send(
      'PATCH',
      url,
      { facts: { [field]: next() < 0.2 ? null : money() }, valid_from: pick(days) },
      await tagged(),
    );
  } else if (kind === 3)
    await send(
      'POST',
      `${url}/stage`,
      { stage: pick(stages), date: pick(days), reason: 'x', reason_code: 'other' },
      await tagged(),
    );
  else if (kind === 4)
    await send(
      'POST',
      `${url}/status`,
      { status: pick(statuses), date: pick(days), reason: 'x', reason_code: 'other' },
      await tagged(),
    );
  else if (kind === 5)
    await send('POST', '/api/v1/indicators/companies/observations', {
      period: pick(['2021-02', '2021-03']),
      value: String(n),
      confirm: true,
    });
  else if (kind === 6)
    await send('POST', `${url}/issues`, {
      text: `issue ${n}`,
      severity: 'high',
      since: pick(days),
    });
  else if (kind === 7) {
    const { items } = await api.get<{ items: { id: number }[] }>('/api/v1/revisions?limit=6');
    await send('POST', `/api/v1/revisions/${pick(items).id}/undo`, { keep_later: next() < 0.5 });
  } else {
    const rows = codes
      .filter(() => next() < 0.6)
      .map(
        (one) =>
          `${one},Project ${one},${Math.floor(next() * 900)},${pick(['在谈', '已签约', '在建', '已投产'])}`,
      );
    const form = new FormData();
    form.append(
      'file',
      new File(
        [`项目编号,项目名称,总投资（万元）,项目阶段\n${rows.join('\n')}\n`],
        `截至${pick(days)}.csv`,
      ),
    );
    const preview = (await (await api.send('POST', '/api/v1/imports', { body: form })).json()) as {
      id?: string;
      answers?: object;
    };
    if (preview.id !== undefined)
      await send('POST', `/api/v1/imports/${preview.id}/commit`, {
        answers: {
          ...preview.answers,
          file_kind: 'own_register',
          jumps: 'take',
          unlisted: pick(['whole', 'without_completed', 'part']),
        },
      });
  }
}

const figure = (count: number, amounts: readonly WireMoney[]): string =>
  [count, ...amounts.map(({ currency, minor }) => `${currency} ${minor}`).sort()].join(', ');
/** Counts and sums of each group in the register of a day. */
const groupsOf = ({ strip }: Overview) =>
  new Map(
    strip.groups.map(({ group, count, amounts }) => [group as string, figure(count, amounts)]),
  );

async function history(
  api: TestApi,
  tick: () => string,
  steps: number,
  next: () => number,
  faults: string[],
): Promise<number> {
  const pick: Pick = (list) => list[Math.floor(next() * list.length)] as (typeof list)[number];
  const readings: {
    readonly moment: string;
    readonly path: string;
    readonly status: number;
    readonly text: string;
  }[] = [];
  const moments: string[] = [];
  for (let n = 0; n < steps; n += 1) {
    await change(api, next, pick, n);
    const moment = tick();
    moments.push(moment);
    const path = pick(reads(pick(days)));
    const answer = await api.send('GET', path);
    readings.push({ moment, path, status: answer.status, text: await answer.text() });
  }
  let checks = 0;
  for (const { moment, path, status, text } of readings) {
    const again = await api.send('GET', `${path}&known_at=${moment}`.replace('?&', '?'));
    const then = await again.text();
    checks += 1;
    if (again.status !== status || (status === 200 && lasting(then) !== lasting(text)))
      faults.push(
        `${path} as known at ${moment}: ${again.status} ${lasting(then).slice(0, 300)}, not ${status} ${lasting(text).slice(0, 300)}`,
      );
  }
  for (let n = 0; n < steps; n += 1) {
    const [from, to] = [pick(days), pick(days)].sort() as [string, string];
    const [knownFrom, knownTo] = [pick(moments), pick(moments)].sort() as [string, string];
    const where = `from=${from}&to=${to}&known_from=${knownFrom}&known_at=${knownTo}`;
    const answer = await api.send('GET', `/api/v1/changes?${where}`);
    if (answer.status === 404) continue;
    checks += 1;
    const changes = (await answer.json()) as RegisterChanges;
    if (answer.status !== 200 || !changes.bridge.groups.every(reconciles)) {
      faults.push(
        `the bridge ${where} does not add up: ${answer.status} ${JSON.stringify(changes.bridge).slice(0, 400)}`,
      );
      continue;
    }
    for (const [kind, day, moment] of [
      ['opening', from, knownFrom],
      ['closing', to, knownTo],
    ] as const) {
      const register = groupsOf(
        await api.get<Overview>(`/api/v1/overview?as_of=${day}&known_at=${moment}`),
      );
      for (const { group, steps: parts } of changes.bridge.groups) {
        const step = parts.find((one) => one.kind === kind);
        const opening = figure(step?.count ?? 0, step?.amounts ?? []);
        if (opening !== (register.get(group) ?? '0'))
          faults.push(
            `${kind} of ${group}, ${where}: ${opening}, and the register says ${register.get(group)}`,
          );
      }
    }
  }
  return checks;
}

export const twoClocks: ReliabilityTest = {
  id: 'known-at',
  title: 'random histories, as known then and between any two days',
  async run(runOptions: RunOptions) {
    const faults: string[] = [];
    const lines: string[] = [];
    const steps = countOf(300, runOptions);
    for (const engine of engines) {
      let now = Date.parse('2021-05-10T00:00:00.000Z');
      const api = await openApi(engine, { clock: () => new Date(now) });
      const tick = (): string => {
        const moment = new Date(now).toISOString();
        now += 1000;
        return moment;
      };
      const next = random(runOptions.seed);
      await api.send('POST', '/api/v1/projects', {
        body: { code: 'P0', stage: 'lead', facts: { name: 'Project P0' } },
      });
      now += 1000;
      const checks = await history(api, tick, steps, next, faults);
      const changes = await currentRevision(api.db);
      if (changes < steps / 3)
        faults.push(`${engine.name}: only ${changes} of ${steps} changes were taken`);
      lines.push(
        `${engine.name}: ${changes} of ${steps} changes taken, ${checks} answers as known then`,
      );
      await api.close();
    }
    return outcome(lines.join('; '), faults);
  },
};
