import { render, type RenderResult } from '@testing-library/react';
import { setupServer } from 'msw/node';
import type { ComponentType } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { QueryClientProvider } from '@tanstack/react-query';
import { onTestFinished } from 'vitest';
import type { Language } from '#domain/values/language.ts';
import { createFaults, type Faults } from '#mocks/faults.ts';
import { apiHandlers } from '#mocks/handlers.ts';
import { createQueryClient, reach } from '#web/data/query-client.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import type { TestBrowser } from '../api/accounts.ts';
import { openApi, type TestApi } from '../api/api.ts';

export interface MountedPage<Api extends TestApi = TestApi> extends RenderResult {
  readonly api: Api;
  readonly faults: Faults;
}
interface MountOptions<Api extends TestApi> {
  readonly address: string;
  readonly language?: Language;
  readonly before?: (faults: Faults, api: Api) => void | Promise<void>;
  /** Signs in the browser of the page. Without it, the page belongs to the local manager. */
  readonly signIn?: (api: Api) => Promise<TestBrowser>;
}

/**
 * Renders a page over the real API app on SQLite in memory, mounted by MSW. Nothing of the product
 * is replaced.
 */
export const mountPage = (
  Page: ComponentType,
  at: MountOptions<TestApi>,
): Promise<MountedPage<TestApi>> => mountPageOn(openApi, Page, at);

/** Renders a page over an API of its own, such as one with accounts. */
export async function mountPageOn<Api extends TestApi>(
  open: () => Promise<Api>,
  Page: ComponentType,
  at: MountOptions<Api>,
): Promise<MountedPage<Api>> {
  const api = await open();
  let browser: TestBrowser | undefined;
  const faults = createFaults();
  const server = setupServer(
    ...apiHandlers(async (request) => {
      const headers = new Headers(request.headers);
      headers.set('host', new URL(request.url).host);
      if (request.method !== 'GET') headers.set('origin', new URL(request.url).origin);
      if (browser !== undefined) headers.set('cookie', browser.cookie);
      const env = browser === undefined ? {} : { ip: browser.ip };
      const response = await api.app.fetch(new Request(request, { headers }), env);
      browser?.storeCookies(response);
      return response;
    }, faults),
  );
  server.listen({ onUnhandledFrame: 'error' });
  const client = createQueryClient();
  onTestFinished(async () => {
    reach.reportAnswer();
    client.cancelQueries().catch(() => undefined);
    client.clear();
    server.close();
    await api.close();
  });
  await at.before?.(faults, api);
  browser = await at.signIn?.(api);
  const result = render(
    <MemoryRouter initialEntries={[at.address]}>
      <QueryClientProvider client={client}>
        <LanguageProvider value={at.language ?? 'en'}>
          <Page />
        </LanguageProvider>
      </QueryClientProvider>
    </MemoryRouter>,
  );
  return { ...result, api, faults };
}
