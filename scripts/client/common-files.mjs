// Joins the small files into which the bundler splits what several parts of the application import.
// By itself the bundler makes a file for each set of parts that import the same modules: the
// overview then loads 178 files, most of them under 2 KB.
import { isLabelFile } from './label-files.mjs';

/**
 * What a file costs beside its code, in bytes before compression: its request, and its share of the
 * lists of files that load together. Decision 92 has the measured figures.
 */
const costOfFile = 700;

/** Lists what a file imports, itself included. */
function listImports(file, files) {
  const imports = new Set();
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (imports.has(next) || !files.has(next)) continue;
    imports.add(next);
    open.push(...files.get(next).imports);
  }
  return imports;
}

/**
 * Lists the files that several parts import: their modules, their size in bytes, the parts that load
 * them, and what loads with them.
 *
 * @param output - the files of a build
 */
function listGroups(output) {
  const files = new Map(output.map((file) => [file.fileName, file]));
  const parts = output.filter((file) => file.isDynamicEntry && !isLabelFile(file.facadeModuleId));
  const isShared = ({ isEntry, isDynamicEntry, name }) =>
    !isEntry && !isDynamicEntry && name !== 'first' && name !== 'styles';
  const groups = new Map(
    output
      .filter(isShared)
      .map((file) => [
        file.fileName,
        { modules: file.moduleIds, size: file.code.length, parts: new Set(), reach: new Set() },
      ]),
  );
  for (const part of parts)
    for (const file of listImports(part.fileName, files)) groups.get(file)?.parts.add(part);
  for (const [file, group] of groups)
    for (const other of listImports(file, files))
      if (groups.has(other)) group.reach.add(groups.get(other));
  return [...groups.values()];
}

/** What it costs in code if parts also load a group and all that it imports. */
function costOfCode(group, parts) {
  let cost = 0;
  for (const part of parts.difference(group.parts))
    for (const other of group.reach) if (!other.parts.has(part)) cost += other.size;
  return cost;
}

/** What readers save if two groups are one file: requests, less the code that a part does not use. */
function computeSaving(one, other) {
  const requests = one.parts.intersection(other.parts).size * costOfFile;
  return requests === 0
    ? 0
    : requests - costOfCode(one, other.parts) - costOfCode(other, one.parts);
}

/** Joins two groups. What they import then loads in all their parts. */
function join(one, other, groups) {
  const union = {
    modules: [...one.modules, ...other.modules],
    size: one.size + other.size,
    parts: one.parts.union(other.parts),
    reach: one.reach.union(other.reach),
  };
  groups.delete(one);
  groups.delete(other);
  groups.add(union);
  for (const group of groups)
    if (group.reach.has(one) || group.reach.has(other))
      group.reach = group.reach
        .union(union.reach)
        .add(union)
        .difference(new Set([one, other]));
  for (const group of union.reach) group.parts = group.parts.union(union.parts);
}

/** Joins groups, the smallest first, as long as that saves something. */
function joinGroups(groups) {
  const open = new Set(groups);
  const done = [];
  while (open.size > 0) {
    const [group] = [...open].sort((a, b) => a.size - b.size);
    let best;
    let most = 0;
    for (const other of open) {
      const saving = other === group ? 0 : computeSaving(group, other);
      if (saving > most) [best, most] = [other, saving];
    }
    if (best !== undefined) join(group, best, open);
    else {
      open.delete(group);
      done.push(group);
    }
  }
  return done;
}

/**
 * Names the files of the modules that several parts import. The bundler makes files in the order of
 * their names, each with all that its modules import and that no earlier file has: files that more
 * parts load come first.
 *
 * @param output - the files of a build without these names
 * @returns the names by module
 */
export function nameCommonFiles(output) {
  const groups = joinGroups(listGroups(output)).sort((a, b) => b.parts.size - a.parts.size);
  return new Map(
    groups.flatMap(({ modules }, at) =>
      modules.map((module) => [module, `common-${String(at).padStart(3, '0')}`]),
    ),
  );
}
