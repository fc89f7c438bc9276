import '#web/styles/all.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { isLanguage, languages, type Language } from '#domain/values/language.ts';
import { App } from '#web/app/app.tsx';
import { type Boot, readBoot } from '#web/app/boot.ts';
import { createQueryClient, reach, refreshOld } from '#web/data/query-client.ts';
import { chosenLanguage, languageFromTags } from '#web/i18n/languages.ts';
import { noteServerDay } from '#web/data/server-clock.ts';
import { loadLanguage } from '#web/i18n/load.ts';
import { loadStyles } from '#web/loading/load-styles.ts';
import { loadOnUse } from '#web/app/drawn-page.ts';
import { pageCode } from '#web/app/page-code.tsx';
import { copiesId } from '#contract/core/offline.ts';
import { findPage, type PageId } from '#contract/core/pages.ts';
import { AddressRouter } from '#web/url/address-router.tsx';
import '#web/styles/print.css';
import '#web/styles/print-overview.css';

const client = createQueryClient();
reach.watch();
refreshOld(client);
const boot = readBoot();
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');

const addressLanguage = new URLSearchParams(location.search).get('lang');
const readerLanguage =
  boot?.language ??
  (isLanguage(addressLanguage) ? addressLanguage : undefined) ??
  chosenLanguage() ??
  languageFromTags(navigator.languages);
/** Loads the reader's language; without a connection, one that this browser has kept. */
async function loadFirstLanguage(): Promise<Language> {
  for (const one of [readerLanguage, ...languages])
    if (
      await loadLanguage(one).then(
        () => true,
        () => false,
      )
    )
      return one;
  throw new Error('The labels could not be loaded.');
}
const app = (
  <AddressRouter>
    <App client={client} language={await loadFirstLanguage()} />
  </AddressRouter>
);
for (const [key, data] of boot?.queries ?? []) client.setQueryData(key, data);
const loadLater = () => import('#web/app/after-load.ts');
// the service worker sent this page, since the server did not answer
const isCopy = document.getElementById(copiesId) !== null;
if (isCopy) (await loadLater()).startFromCopies(client);

let start = Promise.resolve();
/** Loads the code of a drawn page, or lets it wait until the reader uses the page. */
async function startPage(page: PageId, { whole, language }: Boot): Promise<void> {
  const isSame = language === (chosenLanguage() ?? language);
  if (!whole || isCopy || !isSame) {
    // without its styles the page works as it is drawn
    await Promise.all([pageCode[page].preload(), loadStyles().catch(() => undefined)]);
    return;
  }
  start = loadOnUse(page, pageCode[page].preload);
  pageCode[page].waitFor(start);
}

if (boot === undefined) {
  createRoot(root).render(app);
} else {
  noteServerDay(boot.today, boot.time_zone);
  const page = findPage(location.pathname);
  if (page !== undefined) await startPage(page, boot);
  hydrateRoot(root, app, { onRecoverableError: reportError });
}

/** Follows changes by others once the first view is idle. The demo has no server to follow. */
const restMs = 2500;
const followLater = (): void => {
  setTimeout(
    // a page that takes over what the server drew needs the data that were drawn
    () =>
      void start
        .then(loadLater)
        .then(({ startAfterLoad }) => startAfterLoad(client, boot?.revision ?? 0)),
    restMs,
  );
};
if (import.meta.env.MODE !== 'demo') {
  if (document.readyState === 'complete') followLater();
  else addEventListener('load', followLater, { once: true });
}
