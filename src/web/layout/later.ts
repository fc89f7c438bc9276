/**
 * Parts of the frame that are not needed before the page can be used; they load after it. Their own
 * imports are named here, since the first view would otherwise hold a hundred names of files.
 */
export { Keys } from './keys/keys.tsx';

/** Loads the panel of data sources. */
export const loadRealPanel = async () => (await import('./data-sources-panel.tsx')).RealPanel;
/** Loads the dialog that makes a link. */
export const loadShareDialog = async () =>
  import.meta.env.MODE === 'demo'
    ? (await import('#web/features/links/share/demo-share-dialog.tsx')).DemoShareDialog
    : (await import('#web/features/links/share/share-dialog.tsx')).ShareDialog;
/** Loads the list of shortcuts. */
export const loadShortcutsPanel = async () =>
  (await import('./keys/shortcuts-panel.tsx')).ShortcutsPanel;
