/** Fields by which the overview, the pipeline and what changed can be narrowed to some projects. */
export const registerFilterFields = ['industry', 'zone', 'prefecture', 'owner'] as const;
export type RegisterFilterField = (typeof registerFilterFields)[number];

/** Several values of a field are alternatives; an omitted field takes every project. */
export type RegisterFilter = {
  readonly [K in RegisterFilterField]?: readonly string[];
};

/** Whether a filter leaves anything out. */
export const isFilter = (filter: RegisterFilter | undefined): filter is RegisterFilter =>
  filter !== undefined && registerFilterFields.some((field) => (filter[field] ?? []).length > 0);
