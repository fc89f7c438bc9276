/** An endpoint as a value: what the client calls and the server answers. The types are phantoms; zod stands in schemas.ts. */
export interface Endpoint<Query = unknown, Body = unknown, Reply = unknown> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` parameters, as `/api/v1/projects/:code`. */
  readonly path: string;
  /** It makes something that was not there: done, it is answered with 201. */
  readonly makes?: true;
  readonly types?: { readonly query: Query; readonly body: Body; readonly reply: Reply };
}
/** The query of an endpoint that takes none, or an empty body. */
export type None = Record<never, never>;
/** Names the types of an endpoint's query, body and reply; at run time it is what it is given. */
/** Header of answers: the epoch of the store, part of every version's tag. */
export const epochHeader = 'headway-epoch';

export const endpoint = <Query, Body, Reply>(
  e: Omit<Endpoint, 'types'>,
): Endpoint<Query, Body, Reply> => e;
