import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely';
import { isTableName } from './schema/table-names.ts';

/** Collects the tables that asynchronous work reads. On Node it is an AsyncLocalStorage. */
export interface ReadScope {
  getStore(): Set<string> | undefined;
  run<T>(reads: Set<string>, work: () => T): T;
}

/** The scope of this process. Without a scope nothing is collected. */
let scope: ReadScope | undefined;
/** Sets how the runtime keeps the scope of reads across awaits. Call it once at the start. */
export function collectReadsIn(readScope: ReadScope): void {
  scope = readScope;
}

/**
 * Runs work and collects the names of the tables that it reads.
 * @returns the result with the names, which are undefined if the runtime cannot collect them
 */
export async function collectReads<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly reads: ReadonlySet<string> | undefined }> {
  const reads = new Set<string>();
  const result = await (scope === undefined ? work() : scope.run(reads, work));
  return { result, reads: scope === undefined ? undefined : reads };
}

/**
 * The name under which a query declares that it reads only the days of editions. They change with
 * an edition or an undo only.
 */
export const editions = 'editions';

/** Runs a query and records `names` as its reads, whichever tables it uses. */
export function declareReads<T>(names: readonly string[], query: () => Promise<T>): Promise<T> {
  const reads = scope?.getStore();
  if (scope === undefined || reads === undefined) return query();
  for (const name of names) reads.add(name);
  return scope.run(new Set(), query);
}

/** Records tables as reads of the running work, such as those of a figure that is in memory. */
export function addReads(names: Iterable<string>): void {
  const reads = scope?.getStore();
  for (const name of names) reads?.add(name);
}

/** Words of raw SQL that may name a table. Names after a dot are columns. */
const words = /(?<![\w.])[a-z_]{4,}/g;

/** The tables that each template of raw SQL mentions. */
const mentions = new WeakMap<readonly string[], readonly string[]>();
function listMentions(fragments: readonly string[]): readonly string[] {
  const cachedNames = mentions.get(fragments);
  if (cachedNames !== undefined) return cachedNames;
  const names = fragments.flatMap((text) => text.match(words) ?? []).filter(isTableName);
  mentions.set(fragments, names);
  return names;
}

/** Nodes of a query without a table of their own: a reference names one that the query reads. */
const leaves: ReadonlySet<string> = new Set([
  'ColumnNode',
  'IdentifierNode',
  'OperatorNode',
  'PrimitiveValueListNode',
  'ReferenceNode',
  'ValueNode',
]);
/** Adds the tables that a node of a query names, and those that raw SQL mentions. */
function addTables(node: object, reads: Set<string>): void {
  if (!Array.isArray(node)) {
    const { kind, table, sqlFragments } = node as {
      readonly kind?: string;
      readonly table?: { readonly identifier?: { readonly name?: string } };
      readonly sqlFragments?: readonly string[];
    };
    if (kind !== undefined && leaves.has(kind)) return;
    const name = kind === 'TableNode' ? table?.identifier?.name : undefined;
    if (name !== undefined && isTableName(name)) reads.add(name);
    if (sqlFragments !== undefined) for (const one of listMentions(sqlFragments)) reads.add(one);
  }
  for (const inner of Object.values(node))
    if (typeof inner === 'object' && inner !== null) addTables(inner, reads);
}

/** Collects the tables that each query of a scope mentions. */
export class CollectReadsPlugin implements KyselyPlugin {
  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    const reads = scope?.getStore();
    if (reads !== undefined) addTables(node, reads);
    return node;
  }
  transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result);
  }
}
