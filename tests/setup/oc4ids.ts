/**
 * The parts of the published project schema of OC4IDS 0.9 that the product uses: required fields,
 * types, formats and closed lists. Source: open-contracting/infrastructure, schema/project-level.
 */
type Check = (value: unknown, at: string) => readonly string[];

const text: Check = (value, at) =>
  typeof value === 'string' && value.length > 0 ? [] : [`${at} is no text`];
const moment: Check = (value, at) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)
    ? []
    : [`${at} is no date-time`];
const uri: Check = (value, at) =>
  typeof value === 'string' && URL.canParse(value) ? [] : [`${at} is no URI`];
const oneOf =
  (...allowed: readonly string[]): Check =>
  (value, at) =>
    allowed.some((one) => one === value) ? [] : [`${at} is ${JSON.stringify(value)}`];
const number: Check = (value, at) => (typeof value === 'number' ? [] : [`${at} is no number`]);
const currency: Check = (value, at) =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? [] : [`${at} is no currency`];
const list =
  (each: Check, unique = true): Check =>
  (value, at) => {
    if (!Array.isArray(value) || value.length === 0) return [`${at} is no list`];
    const ids = value.map((one: unknown) => JSON.stringify((one as { id?: unknown }).id ?? one));
    return [
      ...(unique && new Set(ids).size < ids.length ? [`${at} repeats an id`] : []),
      ...value.flatMap((one, index) => each(one, `${at}[${index}]`)),
    ];
  };
const object =
  (fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, at) => {
    if (typeof value !== 'object' || value === null) return [`${at} is no object`];
    return [
      ...required
        .filter((name) => !Object.hasOwn(value, name))
        .map((name) => `${at} has no ${name}`),
      ...Object.entries(value).flatMap(([name, one]) =>
        fields[name] === undefined
          ? [`${at}.${name} is not in the standard`]
          : fields[name](one, `${at}.${name}`),
      ),
    ];
  };

const period = object({ startDate: moment, endDate: moment });
const money = object({ amount: number, currency });
const metric = object(
  {
    id: text,
    title: text,
    observations: list(
      object({ id: text, value: money, measure: number, unit: object({ name: text }) }, ['id']),
    ),
  },
  ['id'],
);
const project = object(
  {
    id: text,
    title: text,
    language: text,
    updated: moment,
    status: oneOf(
      'identification',
      'preparation',
      'implementation',
      'completion',
      'maintenance',
      'decommissioning',
      'decommissioned',
      'cancelled',
    ),
    publicAuthority: object({ id: text, name: text }),
    budget: object({ amount: money, description: text }),
    period,
    implementationPeriod: period,
    maintenancePeriod: period,
    locations: list(object({ id: text, description: text }, ['id'])),
    additionalClassifications: list(object({ scheme: text, id: text, description: text })),
    parties: list(
      object({
        id: text,
        name: text,
        roles: list(oneOf('publicAuthority', 'funder', 'administrativeEntity')),
        identifier: object({ scheme: text, id: text }),
      }),
    ),
    milestones: list(
      object(
        {
          id: text,
          title: text,
          type: oneOf('delivery'),
          status: oneOf('scheduled', 'met', 'notMet', 'partiallyMet'),
          dueDate: moment,
          dateMet: moment,
        },
        ['id'],
      ),
    ),
    forecasts: list(metric),
    metrics: list(metric),
  },
  ['id'],
);
const projectPackage = object(
  {
    uri,
    publishedDate: moment,
    version: oneOf('0.9'),
    publisher: object({ name: text }, ['name']),
    // additional fields, which the standard allows
    as_of: text,
    data_status: text,
    projects: (value, at) =>
      Array.isArray(value) && value.length === 0 ? [] : list(project)(value, at),
  },
  ['uri', 'publisher', 'publishedDate', 'projects', 'version'],
);

/** Checks a project package. @returns every fault, in words */
export const checkOc4ids = (value: unknown): readonly string[] => projectPackage(value, 'package');
