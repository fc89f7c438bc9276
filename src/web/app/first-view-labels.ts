/**
 * Names the bundles whose words come later, so that `loadLanguage` knows of them before a page
 * asks.
 */
import '#web/features/overview/labels/index.ts';
import '#web/ui/labels/index.ts';
import '#web/i18n/labels/index.ts';

export { loadEveryLanguage, loadLanguage } from '#web/i18n/load.ts';
