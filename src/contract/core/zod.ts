import { z } from 'zod';

// Before the first schema: zod otherwise probes `new Function`, which the page policy reports.
z.config({ jitless: true });
export { z };

type Primitive = string | number | boolean | null | undefined;
type DeepReadonly<T> = unknown extends T
  ? T
  : T extends Primitive
    ? T
    : { readonly [K in keyof T]: DeepReadonly<T[K]> };
/** The type that a schema describes, read-only at every level. */
export type Infer<S extends z.ZodType> = DeepReadonly<z.output<S>>;

/** Checks that a schema describes a type of the domain, and gives it that type. */
export const typeSchema = <T>(schema: z.ZodType<T>): z.ZodType<T> => schema;
