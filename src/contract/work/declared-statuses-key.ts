/**
 * The key of the query of declared statuses. It is apart from `pageQueryKeys`, which the page of
 * charts loads, too.
 */
export const declaredStatusesKey = <Query extends object>(query: Query) =>
  ['listDeclaredStatuses', query] as const;
