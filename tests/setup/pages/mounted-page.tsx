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
import { openApi, type TestApi } from '../api/api.ts';

export interface MountedPage extends RenderResult {
  readonly api: TestApi;
  readonly faults: Faults;
}

/**
 * Renders a page over the real API app on SQLite in memory, mounted by MSW. Nothing of the product
 * is replaced.
 */
export async function mountPage(
  Page: ComponentType,
  at: {
    readonly address: string;
    readonly language?: Language;
    readonly before?: (faults: Faults, api: TestApi) => void | Promise<void>;
  },
): Promise<MountedPage> {
  const api = await openApi();
  const faults = createFaults();
  const server = setupServer(
    ...apiHandlers((request) => {
      const headers = new Headers(request.headers);
      headers.set('host', new URL(request.url).host);
      if (request.method !== 'GET') headers.set('origin', new URL(request.url).origin);
      return api.app.fetch(new Request(request, { headers }));
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
