import {
  type BindingElement,
  type CallExpression,
  type ElementAccessExpression,
  type Expression,
  isBindingElement,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isSpreadAssignment,
  isTypeAliasDeclaration,
  isTypeReferenceNode,
  isVariableDeclaration,
  type Node,
  type SourceFile,
} from 'typescript/unstable/ast';
import {
  API,
  type Checker,
  type Project,
  type Symbol as Declaration,
  type Type,
  TypeFlags,
} from 'typescript/unstable/sync';
import {
  isEnglish,
  isIndex,
  isLabelFile,
  isPassedOn,
  isValue,
  keysOf,
  nodesBelow,
} from './label-nodes.ts';

/** The places of a property in the code: its own and those of the types that it comes from. */
const placesOf = (property: Declaration | undefined): readonly string[] =>
  (property?.declarations ?? [])
    .filter(({ path }) => isLabelFile(path))
    .map(({ path, index }) => `${path}#${index}`);
const isLabel = (property: Declaration): boolean => placesOf(property).length > 0;

interface LabelKey {
  readonly name: string;
  /** The keys from the group on, as `targets.columns.status`. */
  readonly path: string;
  readonly places: readonly string[];
}

/**
 * Lists the strings of a type of keys.
 * @returns undefined if it may be any string
 */
function literalsOf(type: Type, checker: Checker): readonly string[] | undefined {
  if (type.isUnionType()) {
    const parts = type.getTypes().map((part) => literalsOf(part, checker));
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  if (type.isLiteralType()) return [String(type.value)];
  if (type.flags & (TypeFlags.Undefined | TypeFlags.Null)) return [];
  const base = checker.getBaseConstraintOfType(type);
  return base === undefined || base.id === type.id ? undefined : literalsOf(base, checker);
}

/** Reads the keys of labels that the code of a project uses. */
class Uses {
  readonly places = new Set<string>();
  readonly #labels = new Map<number, readonly Declaration[]>();
  readonly #checker: Checker;
  readonly #project: Project;

  constructor(project: Project) {
    this.#project = project;
    this.#checker = project.checker;
  }

  #mark(property: Declaration | undefined): void {
    for (const place of placesOf(property)) this.places.add(place);
  }

  /** The properties of a type that are labels. */
  #labelsOf(type: Type | undefined): readonly Declaration[] {
    if (type === undefined) return [];
    let labels = this.#labels.get(type.id);
    if (labels === undefined) {
      const isObject = type.flags & (TypeFlags.Object | TypeFlags.Intersection | TypeFlags.Union);
      labels = isObject ? this.#checker.getPropertiesOfType(type).filter(isLabel) : [];
      this.#labels.set(type.id, labels);
    }
    return labels;
  }

  #markAll(type: Type | undefined): void {
    for (const label of this.#labelsOf(type)) {
      this.#mark(label);
      this.#markAll(this.#checker.getTypeOfSymbol(label));
    }
  }

  #markKeys(labels: Type | undefined, key: Type | undefined): void {
    const properties = this.#labelsOf(labels);
    if (properties.length === 0 || key === undefined) return;
    const names = literalsOf(key, this.#checker);
    for (const label of properties) if (names?.includes(label.name) ?? true) this.#mark(label);
  }

  /** The labels that a function gives texts of, as `Translate` or by another name for it. */
  #labelsBehind(translate: Type | undefined): Type | undefined {
    const alias = translate?.getAliasSymbol();
    if (alias === undefined) return;
    if (alias.name === 'Translate') return translate?.getAliasTypeArguments()[0];
    const node = alias.declarations[0]?.resolve(this.#project);
    if (node === undefined || !isTypeAliasDeclaration(node) || !isTypeReferenceNode(node.type))
      return;
    const [labels] = node.type.typeArguments ?? [];
    const isTranslate = node.type.typeName.getText() === 'Translate';
    return isTranslate && labels ? this.#checker.getTypeFromTypeNode(labels) : undefined;
  }

  /** Reads the uses in a file by property, by index, by a call of `t`, and as a whole. */
  readFile(file: SourceFile, path: string, keys: ReadonlySet<string>): void {
    const nodes = [...nodesBelow(file)];
    const names = nodes
      .filter((node) => isPropertyAccessExpression(node))
      .map(({ name }) => name)
      .filter((name) => keys.has(name.getText()));
    for (const property of this.#checker.getSymbolAtLocation(names)) this.#mark(property);
    this.#readElements(nodes.filter((node) => isElementAccessExpression(node)));
    this.#readCalls(nodes.filter((node) => isCallExpression(node)));
    this.#readPatterns(nodes.filter((node) => isBindingElement(node)));
    if (isIndex(path)) this.#readTables(nodes);
    else if (!isLabelFile(path)) this.#readValues(nodes.filter(isValue).filter(isPassedOn));
  }

  #readElements(nodes: readonly ElementAccessExpression[]): void {
    const objects = this.#checker.getTypeAtLocation(nodes.map(({ expression }) => expression));
    const keys = this.#checker.getTypeAtLocation(nodes.map((node) => node.argumentExpression));
    for (const [at, object] of objects.entries()) this.#markKeys(object, keys[at]);
  }

  #readCalls(nodes: readonly CallExpression[]): void {
    const calls = nodes.filter((node) => node.arguments.length > 0);
    const functions = this.#checker.getTypeAtLocation(calls.map(({ expression }) => expression));
    const keys = this.#checker.getTypeAtLocation(calls.map((call) => call.arguments[0] as Node));
    for (const [at, translate] of functions.entries())
      this.#markKeys(this.#labelsBehind(translate), keys[at]);
  }

  #readPatterns(nodes: readonly BindingElement[]): void {
    const patterns = nodes.filter((node) => isObjectBindingPattern(node.parent));
    const objects = this.#checker.getTypeAtLocation(patterns.map(({ parent }) => parent));
    for (const [at, { propertyName, name }] of patterns.entries()) {
      const key = (propertyName ?? name)?.getText();
      this.#mark(this.#labelsOf(objects[at]).find((label) => label.name === key));
    }
  }

  /** Marks the labels whose names another type has, or all where it has any name. */
  #markNamesOf(labels: Type | undefined, other: Type): void {
    const properties = this.#checker.getPropertiesOfType(other);
    if (properties.some(isLabel)) return;
    const names = new Set(properties.map(({ name }) => name));
    if (names.size === 0 || this.#checker.getIndexInfosOfType(other).length > 0)
      this.#markAll(labels);
    else for (const label of this.#labelsOf(labels)) if (names.has(label.name)) this.#mark(label);
  }

  /** Reads where labels are passed on as a whole to a type that has its own names for them. */
  #readValues(nodes: readonly Expression[]): void {
    for (const [at, type] of this.#checker.getTypeAtLocation(nodes).entries()) {
      const node = nodes[at];
      if (node === undefined || this.#labelsOf(type).length === 0) continue;
      const other = this.#checker.getContextualType(node);
      const isAny = other === undefined || (other.flags & TypeFlags.Any) !== 0;
      const isBranch = isConditionalExpression(node.parent) && node.parent.condition !== node;
      if (isSpreadAssignment(node.parent) || (isBranch && isAny)) this.#markAll(type);
      else if (!isAny || isCallExpression(node.parent)) this.#markNamesOf(type, other as Type);
    }
  }

  /** Reads the tables of terms in an index: the declared type of each has the keys that are read. */
  #readTables(nodes: readonly Node[]): void {
    for (const table of nodes.filter((node) => isVariableDeclaration(node))) {
      if (!table.type || !table.initializer || table.type.getText().startsWith('Bundle')) continue;
      const terms = this.#checker.getTypeFromTypeNode(table.type);
      const english = [...nodesBelow(table.initializer)].find(
        (node) => isPropertyAssignment(node) && node.name.getText() === 'en',
      );
      if (terms && english && isPropertyAssignment(english))
        this.#markNamesOf(this.#checker.getTypeAtLocation(english.initializer), terms);
    }
  }
}

/** Lists the files of projects, each with the first project that has it. */
function readersOf(root: string, projects: readonly Project[]): ReadonlyMap<string, Project> {
  const readers = new Map<string, Project>();
  for (const project of projects)
    for (const path of project.program.getSourceFileNames())
      if (path.startsWith(root) && !/node_modules|\.(test|fixture|d)\.tsx?$/.test(path))
        readers.set(path, readers.get(path) ?? project);
  return readers;
}

/** Lists the keys of an English label file. */
function readKeys(file: SourceFile, checker: Checker): readonly LabelKey[] {
  const keys = [...keysOf(file)];
  const properties = checker.getSymbolAtLocation(keys.map(([name]) => name));
  return keys.map(([name, path], at) => ({
    name: name.getText(),
    path,
    places: placesOf(properties[at]),
  }));
}

/**
 * Finds the keys of English label files that no code uses. The compiler knows the type of each key
 * in code, so a key that is put together, passed on or chosen by a state is found too.
 *
 * @param configs - the paths of the projects whose code uses the labels
 * @returns a line for each, with its file and the path of its key
 */
export function findUnusedKeys(root: string, configs: readonly string[]): readonly string[] {
  const api = new API({ cwd: root });
  try {
    using snapshot = api.updateSnapshot({ openProjects: [...configs] });
    const projects = configs.flatMap((config) => snapshot.getProject(config) ?? []);
    const readers = readersOf(root, projects);
    const keys = [...readers].flatMap(([path, { program, checker }]) => {
      const file = isEnglish(path) ? program.getSourceFile(path) : undefined;
      const line = (key: LabelKey) => ({
        ...key,
        line: `${path.slice(root.length + 1)}: ${key.path}`,
      });
      return file === undefined ? [] : readKeys(file, checker).map(line);
    });
    const names = new Set(keys.map(({ name }) => name));
    const uses = new Map(projects.map((project) => [project, new Uses(project)]));
    for (const [path, project] of readers) {
      const isTranslation = isLabelFile(path) && !isEnglish(path) && !isIndex(path);
      const file = isTranslation ? undefined : project.program.getSourceFile(path);
      if (file !== undefined) uses.get(project)?.readFile(file, path, names);
    }
    const places = new Set([...uses.values()].flatMap((use) => [...use.places]));
    return keys.filter((key) => !key.places.some((one) => places.has(one))).map(({ line }) => line);
  } finally {
    api.close();
  }
}
