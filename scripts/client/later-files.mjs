// Which files of a page load only when they are needed, as those of its dialogs: the service worker
// keeps them too.
import { pagePaths } from '../../src/contract/core/pages.ts';
import { pageModules } from '../../src/web/app/page-modules.ts';
import { isDataPage } from '../../src/web/offline/address-rules.ts';

/**
 * Lists the modules that start with some modules, and those that these load later.
 *
 * @param listLater - lists what a module may load later
 */
function listModules(manifest, roots, listLater) {
  const modules = new Set(roots);
  for (const name of modules)
    for (const next of [...(manifest[name].imports ?? []), ...listLater(name)]) modules.add(next);
  return modules;
}

/**
 * Lists the later files of each page whose data are kept. A chart is a picture until somebody uses
 * it, and the frame needs the server for what it opens.
 *
 * @param manifest - the manifest of the client's build
 */
export function listLaterFiles(manifest) {
  const pages = new Set(Object.values(pageModules));
  const none = () => [];
  const entry = Object.keys(manifest).filter((name) => manifest[name].isEntry);
  const first = listModules(manifest, entry, none);
  const listLater = (name) =>
    first.has(name)
      ? []
      : (manifest[name].dynamicImports ?? []).filter(
          (next) => !pages.has(next) && !next.startsWith('src/charts/'),
        );
  return Object.fromEntries(
    Object.entries(pageModules)
      .filter(([page]) => isDataPage(pagePaths[page]))
      .map(([page, module]) => {
        const start = listModules(manifest, [module], none);
        const later = listModules(manifest, [module], listLater).difference(start);
        return [page, [...later].map((name) => `/${manifest[name].file}`)];
      }),
  );
}
