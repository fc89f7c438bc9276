import { compact } from '#domain/values/compact.ts';
import type { Reader } from '#server/db/db.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import type { ProjectSum } from './sum-cache.ts';

export interface WholeFigureOptions<Scope, Part, Figure> {
  readonly name: string;
  /** Reads everything of some projects that the figure depends on, in a fixed order. */
  readonly readParts: (reader: Reader, scope: Scope) => Promise<readonly Part[]>;
  readonly readWhole: (reader: Reader, scope: Scope) => Promise<Figure>;
  readonly sizeOf: (figure: Figure) => number;
  readonly changedByDay?: () => readonly string[];
}
/** A figure of all projects, or what it depends on of some. */
export interface WholeFigure<Part, Figure> {
  readonly figure?: Figure;
  readonly parts: readonly Part[];
}

/**
 * Makes a figure that does not add up, such as a median. It is read again if a change affects one
 * of its inputs.
 */
export const wholeFigure = <Scope extends ProjectScope, Part, Figure>({
  name,
  readParts,
  readWhole,
  sizeOf,
  changedByDay,
}: WholeFigureOptions<Scope, Part, Figure>): ProjectSum<Scope, WholeFigure<Part, Figure>> => ({
  name,
  read: async (reader, scope) =>
    scope.only === undefined
      ? { figure: await readWhole(reader, scope), parts: [] }
      : { parts: await readParts(reader, scope) },
  replace: (sum, { before, after }) =>
    writeParts(before.parts) === writeParts(after.parts) ? sum : undefined,
  sizeOf: ({ figure }) => (figure === undefined ? 0 : sizeOf(figure)),
  ...compact({ changedByDay }),
});

const writeParts = (parts: readonly unknown[]): string =>
  JSON.stringify(parts, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
