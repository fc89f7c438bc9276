import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { unlike, type Recipe } from './numbered-case.ts';

const projects = '/api/v1/projects';
let count = 0;
/** A code that no other recipe has. */
export const newCode = (): string => `V${(count += 1)}`;
/** Adds a project by the API. */
export async function create(api: TestApi, facts: object, code = newCode()) {
  const answer = await api.send('POST', projects, {
    body: { code, stage: 'registered', facts: { name: code, ...facts } },
  });
  return { status: answer.status, code, answer };
}
export const read = (api: TestApi, code: string) =>
  api.get<ProjectDetail>(`${projects}/${encodeURIComponent(code)}`);
export const money = (minor: string, currency = 'CNY') => ({
  'amounts.total_investment': { money: { minor, currency } },
});
export const unequal = (what: string, value: unknown, right: unknown): readonly string[] =>
  JSON.stringify(value) === JSON.stringify(right)
    ? []
    : [`${what} is ${JSON.stringify(value)}, not ${JSON.stringify(right)}`];

/** The preview of a file. */
export async function preview(
  api: TestApi,
  file: string | Uint8Array,
  name = 'r.csv',
): Promise<ImportPreview> {
  const form = new FormData();
  form.append('file', new File([typeof file === 'string' ? file : new Uint8Array(file)], name));
  return (await (
    await api.send('POST', '/api/v1/imports', { body: form })
  ).json()) as ImportPreview;
}
/** Stores a file after its preview, with answers to its questions. */
export async function imported(
  api: TestApi,
  file: string | Uint8Array,
  name = 'r.csv',
  answers: object = {},
): Promise<ImportPreview> {
  const report = await preview(api, file, name);
  const outcome = await api.send('POST', `/api/v1/imports/${report.id}/commit`, {
    body: {
      answers: {
        file_kind: 'own_register',
        unlisted: 'part',
        renamed_codes: 'new',
        edition_change: 'accept',
        ...answers,
      },
    },
  });
  if (outcome.status !== 200) throw new Error(`${name}: ${outcome.status} ${await outcome.text()}`);
  return report;
}
/** The line of one project in the clean CSV of all projects. */
export async function csvLine(api: TestApi, code: string): Promise<string> {
  const text = await (await api.send('GET', '/api/v1/documents/projects.csv?lang=en')).text();
  return text.split('\n').find((line) => line.startsWith(`${code},`)) ?? '';
}

/** Sends an unchanged body to the endpoint that adds a project. */
export const body = (
  id: Recipe<TestApi>['id'],
  what: string,
  of: unknown,
  right: readonly number[],
  headers: Readonly<Record<string, string>> = {},
): Recipe<TestApi> => ({
  id,
  what,
  run: async (api) =>
    unlike('it', (await api.send('POST', projects, { body: of, headers })).status, right),
});
