import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';

type Conversion = (value: unknown, name: string) => unknown;

const parseText: Conversion = (value) => (typeof value === 'string' ? JSON.parse(value) : value);
const toBigInt: Conversion = (value) => BigInt(value as string | number | bigint);
const toBoolean: Conversion = (value) => value === true || value === 1n || value === 1;
const toNumber: Conversion = (value, name) => {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new RangeError(`${name} is too large for a number; name it *_minor`);
  return number;
};

/**
 * Chooses the conversion of a column by its name, so that neither the engine nor the size of a value
 * decides its type.
 */
function findConversion(name: string): Conversion {
  if (name.endsWith('_json')) return parseText;
  if (name.endsWith('_minor')) return toBigInt;
  return name.startsWith('is_') || name.startsWith('has_') ? toBoolean : toNumber;
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
    const [first] = args.result.rows;
    const columns = Object.keys(first ?? {}).map((name) => [name, findConversion(name)] as const);
    const rows = args.result.rows.map((row) => {
      const result: UnknownRow = {};
      for (const [name, convert] of columns) {
        const value = row[name];
        result[name] = value === null || value === undefined ? null : convert(value, name);
      }
      return result;
    });
    return { ...args.result, rows };
  }
}
