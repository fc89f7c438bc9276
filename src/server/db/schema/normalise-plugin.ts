import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';

/**
 * Converts a value by the name of its column, so that neither the engine nor the size of the value
 * decides its type.
 */
function normalise(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (name.endsWith('_json')) return typeof value === 'string' ? JSON.parse(value) : value;
  if (name.endsWith('_minor')) return BigInt(value as string | number | bigint);
  if (name.startsWith('is_') || name.startsWith('has_'))
    return value === true || value === 1n || value === 1;
  if (typeof value === 'bigint') {
    const number = Number(value);
    if (!Number.isSafeInteger(number))
      throw new RangeError(`${name} is too large for a number; name it *_minor`);
    return number;
  }
  return value;
}

/**
 * Makes both engines return the same values: `*_minor` as bigint, `is_*` and `has_*` as boolean,
 * `*_json` parsed, other integers as numbers.
 */
export class NormalisePlugin implements KyselyPlugin {
  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return args.node;
  }
  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const rows = args.result.rows.map((row) => {
      const result: UnknownRow = {};
      for (const name in row) result[name] = normalise(name, row[name]);
      return result;
    });
    return { ...args.result, rows };
  }
}
