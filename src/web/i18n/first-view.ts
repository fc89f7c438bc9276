/** Names the bundles whose words come later, so that `loadLanguage` knows of them before a page asks. */
import './overview/text.ts';
import './parts/text.ts';
import './shell/text.ts';

export { loadEveryLanguage, loadLanguage } from './load.ts';
