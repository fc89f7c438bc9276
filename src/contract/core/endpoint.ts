import type { Infer, z } from './zod.ts';

/** The parameter of an address that holds a token for files of data. */
export const exportTokenParameter = 'export_token';

/** Response header with the epoch of the store, which is part of every version's tag. */
export const epochHeader = 'headway-epoch';
/** The header that holds the time zone of the displayed zone. */
export const timeZoneHeader = 'headway-time-zone';

/**
 * The header of a stored answer from before a change: its age in whole seconds. The client then
 * requests the answer again.
 */
export const ageHeader = 'headway-age';

/** A call of the API. `types` exists for the compiler only. */
export interface Endpoint<Query = unknown, Body = unknown, Reply = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` parameters, as `/api/v1/projects/:code`. */
  readonly path: string;
  /** A successful call creates something and replies with 201. */
  readonly creates?: true;
  /** Query parameters whose empty value has a meaning. Clients omit other empty parameters. */
  readonly empty?: readonly string[];
  readonly types?: { readonly query: Query; readonly body: Body; readonly reply: Reply };
}
/** The input and output of an endpoint. `params` are the parts of the path, as text. */
export interface EndpointSchemas {
  readonly params: z.ZodType<Readonly<Record<string, string>>>;
  readonly query: z.ZodType;
  readonly body: z.ZodType | undefined;
  readonly reply: z.ZodType;
  /** What `current` of a rejected change holds, where it is more than the present version. */
  readonly conflict?: ConflictSchemas;
}
/** The schema of `current` by the status of the problem. */
export type ConflictSchemas = Readonly<Partial<Record<409 | 412, z.ZodType>>>;
type SchemaType<S> = S extends z.ZodType ? Infer<S> : never;
export type EndpointsOf<S> = {
  readonly [K in keyof S]: S[K] extends EndpointSchemas
    ? Endpoint<SchemaType<S[K]['query']>, SchemaType<S[K]['body']>, SchemaType<S[K]['reply']>>
    : never;
};
/**
 * Gives endpoints the types of their schemas. The schemas are imported as types only, so that no
 * page loads zod.
 */
export const defineEndpoints = <S>(
  endpoints: Readonly<Record<keyof S, Omit<Endpoint, 'types'>>>,
): EndpointsOf<S> => endpoints as EndpointsOf<S>;
