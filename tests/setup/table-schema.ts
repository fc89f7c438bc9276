import Papa from 'papaparse';

/** The parts of a Table Schema (Frictionless) that data packages of the product use. */
interface Field {
  readonly name: string;
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly enum?: readonly string[];
    readonly pattern?: string;
  };
}
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly profile: string;
  readonly encoding: string;
  readonly mediatype: string;
  readonly rows?: number;
  readonly dialect: { readonly delimiter?: string; readonly doubleQuote?: boolean };
  readonly schema: {
    readonly fields: readonly Field[];
    readonly missingValues: readonly string[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: string;
      readonly reference: { readonly resource: string; readonly fields: string };
    }[];
  };
}
export interface DataPackage {
  readonly profile: string;
  readonly name: string;
  readonly resources: readonly Resource[];
}
type Row = ReadonlyMap<string, string>;

/** Lexical forms of the types, from the published Table Schema. Other types are not used. */
const forms: Readonly<Record<string, RegExp>> = {
  string: /^.*$/s,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  yearmonth: /^\d{4}-(0[1-9]|1[0-2])$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};
/** Names of packages and resources, from the published Data Package. */
const nameForm = /^[a-z0-9][a-z0-9._-]*$/;

const isValid = ({ type }: Field, cell: string): boolean => {
  const form = forms[type];
  if (form === undefined) throw new Error(`The schema has the type ${type}.`);
  return form.test(cell) && (type !== 'date' || !Number.isNaN(Date.parse(`${cell}T00:00:00Z`)));
};

function checkCells({ name, schema }: Resource, rows: readonly Row[]): string[] {
  return rows.flatMap((row, at) =>
    schema.fields.flatMap((field) => {
      const cell = row.get(field.name) ?? '';
      const place = `${name}, row ${at + 1}, ${field.name}`;
      if (schema.missingValues.includes(cell))
        return field.constraints?.required === true ? [`${place}: is missing`] : [];
      if (!isValid(field, cell)) return [`${place}: ${cell} is no ${field.type}`];
      const { enum: allowed, pattern } = field.constraints ?? {};
      if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(cell))
        return [`${place}: ${cell} does not follow ${pattern}`];
      return allowed !== undefined && !allowed.includes(cell)
        ? [`${place}: ${cell} is not one of ${allowed.join(', ')}`]
        : [];
    }),
  );
}

function checkKey({ name, schema }: Resource, rows: readonly Row[]): string[] {
  const key = schema.primaryKey;
  if (key === undefined) return [];
  const all = rows.map((row) => JSON.stringify(key.map((field) => row.get(field))));
  return new Set(all).size === all.length ? [] : [`${name}: the key ${key.join(', ')} repeats`];
}

function checkReferences(
  { name, schema }: Resource,
  tables: ReadonlyMap<string, readonly Row[]>,
): string[] {
  return (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const ids = new Set(tables.get(reference.resource)?.map((row) => row.get(reference.fields)));
    return (tables.get(name) ?? [])
      .map((row) => row.get(fields) ?? '')
      .filter((cell) => cell !== '' && !ids.has(cell))
      .map((cell) => `${name}: ${fields} ${cell} is not in ${reference.resource}`);
  });
}

/**
 * Checks tables against their Table Schemas: headers, types, formats, constraints and keys.
 * @param read gives the text of a path of the package
 * @returns every fault, in words; none of a valid package
 */
export function checkDataPackage(
  { name, profile, resources }: DataPackage,
  read: (path: string) => string,
): readonly string[] {
  const tables = new Map<string, readonly Row[]>();
  const faults = resources.flatMap((resource) => {
    const { data } = Papa.parse<string[]>(read(resource.path), { skipEmptyLines: true });
    const [header = [], ...lines] = data;
    const rows = lines.map((cells) => new Map(header.map((id, at) => [id, cells[at] ?? ''])));
    tables.set(resource.name, rows);
    const fields = resource.schema.fields.map((field) => field.name);
    return [
      ...(nameForm.test(resource.name) ? [] : [`${resource.name} is no name of a resource`]),
      // the published schema requires both
      ...(resource.dialect.delimiter === ',' && resource.dialect.doubleQuote === true
        ? []
        : [`${resource.name} has no dialect`]),
      ...(new Set(fields).size === fields.length ? [] : [`${resource.name} repeats a field`]),
      ...(header.join() === fields.join() ? [] : [`${resource.name} has other columns`]),
      ...(resource.rows === undefined || resource.rows === rows.length
        ? []
        : [`${resource.name} has ${rows.length} rows, not ${resource.rows}`]),
      ...checkCells(resource, rows),
      ...checkKey(resource, rows),
    ];
  });
  return [
    ...(nameForm.test(name) ? [] : [`${name} is no name of a package`]),
    ...(profile === 'tabular-data-package' ? [] : [`${profile} is no profile`]),
    ...faults,
    ...resources.flatMap((resource) => checkReferences(resource, tables)),
  ];
}
