/** Labels of the filter of the overview, the pipeline and what changed. */
export const en = {
  filter: 'Filter projects',
  of_owner: 'Projects of',
  all: 'All',
  clear: 'Show all projects',
  shown: (v: { readonly n: string; readonly of: string }) => `${v.n} of ${v.of}.`,
  zone_values: 'Targets and their values are those of the whole zone.',
  published: (v: { readonly list: string }) => `Published for the whole zone: ${v.list}`,
  published_established: (v: { readonly n: string }) => `established ${v.n}`,
  published_pipeline: (v: { readonly n: string }) => `pipeline ${v.n}`,
  list: ', ',
  newer_data: (v: { readonly month: string; readonly day: string }) =>
    `This is the closed month ${v.month}. There are newer data, up to ${v.day}.`,
  newer_show: 'Show them',
};
