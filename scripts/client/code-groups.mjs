// Which modules of the client's build stand in one file.
import { join } from 'node:path';
import { root } from '../toolchain.mjs';

const firstView = new Set();
/**
 * Lists our modules that the first view loads in any case.
 *
 * @param graph - tells what a module imports
 */
function readFirstView(graph) {
  const open = firstView.size > 0 ? [] : [join(root, 'src/web/app/entries/main.tsx')];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (firstView.has(next)) continue;
    firstView.add(next);
    open.push(...(graph.getModuleInfo(next)?.importedIds ?? []));
  }
  return firstView;
}

/** The first view is one file. Split by importer it would be forty, a tenth larger. */
function ofFirstView(id, graph) {
  if (readFirstView(graph).has(id) && /\/src\/web\/(?!app\/entries\/main\.tsx)/.test(id))
    return 'first';
  // nothing is left of them: one empty file, where the first view would name twenty
  return id.endsWith('.module.css') ? 'styles' : null;
}

/** The code that opens a link imports one file. Split by importer it would be four. */
const ofOpening = (id) =>
  /preload-helper|\/src\/(contract\/links\/constants|web\/app\/boot|web\/url\/link-secret)\.ts$/.test(
    id,
  )
    ? 'opening'
    : null;

/** The groups of the product's pages. */
export const clientGroups = [{ debugName: 'first', name: ofFirstView }];
/** The groups of the pages that are built by themselves. */
export const sharedGroups = [{ debugName: 'opening', name: ofOpening }];
