import type { ImportCommit } from '#contract/imports/schemas.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import { readText } from '../requests.ts';
import { columns, makeRow } from './register-rows.ts';

/** Rows of a part; no neighbours, so that edits beside it can name other projects. */
const countRows = (projects: number): number => Math.min(1000, Math.floor(projects / 2));
/** @returns the place of a project that a part names; the next project is in no part */
export const placeInPart = (at: number, projects: number): number => {
  const rows = countRows(projects);
  return Math.floor(((at % rows) * projects) / rows);
};
const [amount, owner] = [columns.indexOf('总投资(万元)'), columns.indexOf('责任人')];

/** @returns a file of rows all over the register, each with this owner and a little more money */
function makePart(projects: number, ownerName: string): string {
  const more = 1 + (Math.floor(Date.now() / 1000) % 90);
  const lines = Array.from({ length: countRows(projects) }, (_, at) => {
    const row = makeRow(placeInPart(at, projects), 3);
    return row
      .with(amount, Number(row[amount]) + more)
      .with(owner, ownerName)
      .join(',');
  });
  return [columns.join(','), ...lines].join('\n');
}

async function post<T>(url: string, path: string, body: FormData | object): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${url}/api/v1/imports${path}`, {
    method: 'POST',
    headers: { origin: url, ...(isForm ? {} : { 'content-type': 'application/json' }) },
    body: isForm ? body : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export interface PartTimes {
  /** Seconds of each step. */
  readonly preview: number;
  readonly answers: number;
  readonly commit: number;
  readonly rows: number;
}
/**
 * Imports a part of the register over HTTP, as the page of imports does: preview, answers, commit.
 *
 * @param projects - the number of projects with codes of `codeAt`
 * @param day - the day of the file
 * @throws Error if a question stays open or a row is not stored
 */
export async function importPart(url: string, projects: number, day: string): Promise<PartTimes> {
  const rows = countRows(projects);
  const ownerName = `值班${process.pid}-${Date.now()}`;
  const form = new FormData();
  form.set('file', new File([makePart(projects, ownerName)], 'part.csv'));
  const answers = {
    file_kind: 'own_register',
    as_of: day,
    unlisted: 'part',
    edition_change: 'accept',
  };
  const moments = [performance.now()];
  const { id } = await post<ImportPreview>(url, '', form);
  moments.push(performance.now());
  const { questions } = await post<ImportPreview>(url, `/${id}/answers`, { answers });
  moments.push(performance.now());
  const open = questions.filter((question) => question.default === undefined);
  if (open.length > 0) throw new Error(`Questions stay open: ${open.map((one) => one.id).join()}`);
  const result = await post<ImportCommit>(url, `/${id}/commit`, { answers });
  moments.push(performance.now());
  const list = await readText(
    `${url}/api/v1/projects?limit=1&owner=${encodeURIComponent(ownerName)}`,
  );
  const { total } = JSON.parse(list) as { total?: number };
  if (result.rows.changed !== rows || total !== rows)
    throw new Error(
      `The import has stored ${result.rows.changed} rows, and ${total} of ${rows} are listed.`,
    );
  const [preview = 0, settled = 0, commit = 0] = moments
    .slice(1)
    .map((moment, at) => (moment - (moments[at] ?? moment)) / 1000);
  return { preview, answers: settled, commit, rows };
}
