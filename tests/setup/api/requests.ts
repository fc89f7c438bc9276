import type {
  OpenRequest,
  MadeRequest,
  NewRequest,
  OpenRequestResult,
  Proposal,
  ValueRequest,
} from '#contract/requests/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { ServerDeps } from '#server/app/deps.ts';
import { openApi, type TestApi } from './api.ts';
import { browser, maker } from './links.ts';
import type { TestEngine } from './stores.ts';

type Headers = Readonly<Record<string, string>>;
const yuan = (minor: string) => ({ money: { minor, currency: 'CNY' } });

export interface RequestApi extends TestApi {
  /** Moves the clock forward. */
  pass(ms: number): void;
  /** Makes a request to one company, by default for four values of project A-1 in April 2021. */
  ask(more?: Partial<NewRequest>, times?: object): Promise<MadeRequest>;
  /** Sends a secret, each time from another block of IP addresses. */
  post(secret: string): Promise<Response>;
  /** Opens a request. @returns the company's cookie as headers */
  company(request: MadeRequest): Promise<Headers>;
  readPage(id: string, headers: Headers): Promise<OpenRequest>;
  answer(id: string, headers: Headers, answers: readonly object[]): Promise<Response>;
  requests(month?: string): Promise<readonly ValueRequest[]>;
  proposals(month?: string): Promise<readonly Proposal[]>;
  manage(method: string, path: string, body?: object, headers?: Headers): Promise<Response>;
  createProject(code: string, facts: object): Promise<void>;
}

/** The keys of the cells of `ask`. */
export const cells = {
  jobs: 'project A-1 jobs_actual',
  paid: 'project A-1 amounts.paid_in',
  output: 'project A-1 amounts.output_actual',
  operation: 'project A-1 milestones.operation',
} as const;
/** The request of `ask`. */
export const requestCells: NewRequest['cells'] = [
  { code: 'A-1', field: 'jobs_actual' },
  { code: 'A-1', field: 'amounts.paid_in' },
  { code: 'A-1', field: 'amounts.output_actual' },
  { code: 'A-1', field: 'milestones.operation' },
];

/** Opens the real app on an own register of two projects, on the morning of 2021-05-10. */
export async function openRequests(
  engine?: TestEngine,
  more: Partial<ServerDeps> = {},
): Promise<RequestApi> {
  let now = Date.parse('2021-05-10T08:00:00Z');
  let block = 0;
  const api = await openApi(engine, { clock: () => new Date(now), ...more });
  const manage: RequestApi['manage'] = (method, path, body, headers = {}) =>
    api.send(method, path, { body, headers, env: maker });
  const createProject: RequestApi['createProject'] = async (code, facts) => {
    const body = { code, stage: 'construction', valid_from: '2021-03-31', facts };
    const response = await manage('POST', '/api/v1/projects', body);
    if (response.status !== 201) throw new Error(await response.text());
  };
  await createProject('A-1', {
    name: 'Heat pumps',
    investor: 'Hokuto',
    company: 'Hokuto (Binjiang)',
    country: 'JPN',
    industry: 'materials',
    site_mode: 'lease',
    jobs_actual: 86,
    'amounts.total_investment': yuan('7000000000'),
    'amounts.contracted_amount': yuan('7000000000'),
    'amounts.paid_in': yuan('4310000000'),
    'amounts.output_actual': yuan('6250000000'),
    'milestones.start.actual': '2021-03-01',
    'milestones.operation.plan': '2021-04-20',
  });
  await createProject('B-2', {
    name: 'SECRET-PROJECT',
    investor: 'SECRET-INVESTOR',
    country: 'DEU',
    industry: 'materials',
    site_mode: 'lease',
    jobs_actual: 987_654,
    'amounts.total_investment': yuan('123454321000'),
    'amounts.contracted_amount': yuan('123454321000'),
    'milestones.start.actual': '2021-03-01',
  });
  const list = async <T>(path: string, reply: 'listRequests' | 'listProposals'): Promise<T> => {
    const json: unknown = await (await manage('GET', path)).json();
    const { error } = schemas[reply].reply.safeParse(json);
    if (error !== undefined) throw new Error(JSON.stringify([error.issues, json]));
    return (json as { items: T }).items;
  };
  const post: RequestApi['post'] = (secret) => {
    block += 1;
    const ip = `203.${(block >> 8) % 256}.${block % 256}.7`;
    const options = { body: { secret }, headers: browser, env: { ip } };
    return api.send('POST', '/api/v1/open-requests/open', options);
  };
  return {
    ...api,
    manage,
    createProject,
    post,
    pass: (ms) => {
      now += ms;
    },
    async ask(more = {}, times = {}) {
      const one = { unit: 'Hokuto (Binjiang)', person: 'Li Min', language: 'zh-CN' as const };
      const body = {
        month: '2021-04',
        deadline: '2021-05-12',
        ...times,
        requests: [{ ...one, cells: requestCells, ...more }],
      };
      const response = await manage('POST', '/api/v1/requests', body);
      const json = (await response.json()) as { items: MadeRequest[] };
      if (response.status !== 201 || !schemas.createRequests.reply.safeParse(json).success)
        throw new Error(JSON.stringify(json));
      return json.items[0] as MadeRequest;
    },
    async company({ secret }) {
      const response = await post(secret);
      const { state } = (await response.json()) as OpenRequestResult;
      if (state !== 'open') throw new Error(`the request is not open but ${state}`);
      return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' };
    },
    async readPage(id, headers) {
      const response = await api.send('GET', `/api/v1/open-requests/${id}`, { headers });
      const json = (await response.json()) as OpenRequest;
      if (response.status !== 200 || !schemas.readOpenRequest.reply.safeParse(json).success)
        throw new Error(JSON.stringify(json));
      return json;
    },
    answer: (id, headers, answers) =>
      api.send('POST', `/api/v1/open-requests/${id}/answers`, { body: { answers }, headers }),
    requests: (month = '2021-04') => list(`/api/v1/requests?month=${month}`, 'listRequests'),
    proposals: (month = '2021-04') => list(`/api/v1/proposals?month=${month}`, 'listProposals'),
    async close() {
      api.app.close();
      await api.close();
    },
  };
}
