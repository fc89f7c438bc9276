/** Fields that filter the projects of the overview, the pipeline and what changed. */
export const registerFilterFields = [
  'industry',
  'zone',
  'prefecture',
  'owner',
  'channel',
  'agreement',
] as const;
export type RegisterFilterField = (typeof registerFilterFields)[number];

/** Fields that filter a list of projects. */
export const projectFilterFields = [
  'stage',
  'status',
  'industry',
  'zone',
  'owner',
  'unit',
  'country',
  'prefecture',
  'investor',
  'channel',
  'agreement',
  'column',
] as const;
export type ProjectFilterField = (typeof projectFilterFields)[number];

/**
 * The values of a list as an address and the API hold them: %2C is a comma inside a value.
 * @returns undefined for an empty list
 */
export const joinItems = (items: readonly string[]): string | undefined =>
  items.length === 0
    ? undefined
    : items.map((item) => item.replace(/%/g, '%25').replace(/,/g, '%2C')).join(',');
/** Splits a list at its commas. `%2C` is a comma inside a value, `%25` a percent sign. */
export const splitItems = (text: string): readonly string[] =>
  text.split(',').map((item) => item.replace(/%2C/gi, ',').replace(/%25/g, '%'));

/** Several values of a field are alternatives; an omitted field takes every project. */
export type RegisterFilter = {
  readonly [K in RegisterFilterField]?: readonly string[];
};

/** Picks the filter from a query that has other parameters too. */
export const pickRegisterFilter = <T>(
  query: {
    readonly [K in RegisterFilterField]?: T;
  },
): { readonly [K in RegisterFilterField]?: T } =>
  Object.fromEntries(
    registerFilterFields.flatMap((field) =>
      query[field] === undefined ? [] : [[field, query[field]]],
    ),
  );

/** Whether a filter leaves anything out. */
export const isFilter = (filter: RegisterFilter | undefined): filter is RegisterFilter =>
  filter !== undefined && registerFilterFields.some((field) => (filter[field] ?? []).length > 0);
