/**
 * Imports the bundles that load per language, so that `loadLanguage` knows them before a page uses
 * them.
 */
import '#web/features/overview/labels/index.ts';
import '#web/ui/labels/index.ts';
import '#web/i18n/labels/index.ts';

export { loadEveryLanguage, loadLanguage } from '#web/i18n/load.ts';
