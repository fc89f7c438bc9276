import type { NamedProject } from '#domain/projects/project.ts';
import type { ProblemDetail } from '#contract/core/problem-schemas.ts';
import type { RequestCell, RequestField } from '#domain/requests/request.ts';

export interface RequestProject extends NamedProject {
  readonly company: string;
}
/** One company or unit of a form for several requests. */
export interface BatchRow {
  readonly key: string;
  readonly unit: string;
  readonly person: string;
  readonly email: string;
  readonly projects: readonly RequestProject[];
}
/** A pasted line. `name`: a company, a unit, or the code or the name of a project. */
export interface PastedLine {
  readonly name: string;
  readonly person: string;
  readonly email: string;
}

export const mostRows = 200;
const mostCells = 50;
const isEmail = (text: string): boolean =>
  /^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:]+$/.test(text);
const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/**
 * Reads pasted lines: cells of a spreadsheet, or parts separated by semicolons. A comma separates
 * nothing, because names of companies have commas.
 */
export const readLines = (text: string): readonly PastedLine[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const parts = line.split(line.includes('\t') ? '\t' : /[;；]/).map((part) => part.trim());
    const [name = '', ...rest] = parts;
    if (name === '') return [];
    const email = rest.find((part) => part.includes('@')) ?? '';
    const person = rest.find((part) => part !== '' && part !== email) ?? '';
    return [{ name, person, email }];
  });

/** Finds the offered projects that a name means: by their code, else by company or name. */
export function matchProjects(
  name: string,
  offeredProjects: readonly RequestProject[],
): readonly RequestProject[] {
  const foldedName = fold(name);
  const byCode = offeredProjects.filter(({ code }) => fold(code) === foldedName);
  return byCode.length > 0
    ? byCode
    : offeredProjects.filter((one) =>
        [one.company, one.name, ...Object.values(one.names ?? {})].some(
          (text) => fold(text) === foldedName,
        ),
      );
}

/** Adds a company or unit. One that is in the list already gets the projects and contacts. */
export function addRow(
  rows: readonly BatchRow[],
  { unit, person, email, projects }: Omit<BatchRow, 'key'>,
): readonly BatchRow[] {
  const same = rows.find((row) => fold(row.unit) === fold(unit));
  if (same === undefined)
    return [...rows, { key: crypto.randomUUID(), unit, person, email, projects }];
  const codes = new Set(same.projects.map(({ code }) => code));
  const more = projects.filter(({ code }) => !codes.has(code));
  const mergedRow = {
    ...same,
    person: person || same.person,
    email: email || same.email,
    projects: [...same.projects, ...more],
  };
  return rows.map((row) => (row === same ? mergedRow : row));
}

/** Removes a project from its row, and the row where it has no other project. */
export const removeProject = (rows: readonly BatchRow[], code: string): readonly BatchRow[] =>
  rows.flatMap((row) => {
    if (!row.projects.some((one) => one.code === code)) return [row];
    const projects = row.projects.filter((one) => one.code !== code);
    return projects.length === 0 ? [] : [{ ...row, projects }];
  });

/** Lists the cells that a row asks for: the fields of its projects, and the indicators. */
export const cellsOfRow = (
  { projects }: Pick<BatchRow, 'projects'>,
  fields: readonly RequestField[],
  indicators: readonly string[],
): readonly RequestCell[] => [
  ...projects.flatMap(({ code }) => fields.map((field) => ({ code, field }))),
  ...indicators.map((indicator) => ({ indicator })),
];

export type RowFault =
  | 'no_unit'
  | 'bad_email'
  | 'nothing'
  | 'too_many'
  | 'twice'
  | 'gone'
  | 'other';

/** Finds the faults of each row before it is sent, by key. */
export function findRowFaults(
  rows: readonly BatchRow[],
  fields: readonly RequestField[],
  indicators: readonly string[],
): ReadonlyMap<string, RowFault> {
  const faults = new Map<string, RowFault>();
  const earlierUnits = new Set<string>();
  for (const row of rows) {
    const unit = fold(row.unit);
    const cells = cellsOfRow(row, fields, indicators).length;
    if (unit === '') faults.set(row.key, 'no_unit');
    else if (earlierUnits.has(unit)) faults.set(row.key, 'twice');
    else if (row.email.trim() !== '' && !isEmail(row.email.trim()))
      faults.set(row.key, 'bad_email');
    else if (cells === 0) faults.set(row.key, 'nothing');
    else if (cells > mostCells) faults.set(row.key, 'too_many');
    earlierUnits.add(unit);
  }
  return faults;
}

/** Reads the faults of rows that the server found, by key. It then made no link at all. */
export function readRowFaults(
  rows: readonly BatchRow[],
  errors: readonly ProblemDetail[],
): ReadonlyMap<string, RowFault> {
  const faults = new Map<string, RowFault>();
  for (const { path } of errors) {
    const [, index, part] = /^requests\.(\d+)\.(\w+)/.exec(path ?? '') ?? [];
    const row = rows[Number(index)];
    if (row === undefined) continue;
    const fault = part === 'cells' ? 'gone' : part === 'email' ? 'bad_email' : 'other';
    faults.set(row.key, fault);
  }
  return faults;
}
