import { schemas } from '#contract/schemas.ts';
import { addEndpoint, type Admit } from '#server/http/route.ts';
import { AddressThrottle, addressBlock } from '#server/http/throttle/address-throttle.ts';
import { parseInput } from '#server/http/validation.ts';
import type { LinksHost } from '#server/links/link-context.ts';
import { countFittingOpening, countOpening, tooManyRequests } from '#server/links/open-link.ts';
import { readRequest, storeAnswers } from './answer-service.ts';
import { attachFile, detachFile } from './file-service.ts';
import { admitCompany, openRequest, type CompanyAccess } from './open-service.ts';
import { requestSecret } from './service.ts';

type RequestEndpoint = 'readOpenRequest' | 'sendAnswers' | 'addAnswerFile' | 'removeAnswerFile';
/** The most changes of one request in a minute. */
const changesPerMinute = 30;
/** Headers by which neither browsers nor proxies store a response. */
const headers = { 'cache-control': 'private, no-store', vary: 'cookie' } as const;

/**
 * Adds the routes for companies that answer a request. A session gives access only to the cells of
 * its own request.
 */
export function addCompanyRoutes(host: LinksHost): void {
  const { deps, links } = host;
  const changes = new AddressThrottle(() => deps.clock().getTime(), changesPerMinute);
  const admit =
    (id: RequestEndpoint): Admit<CompanyAccess> =>
    async ({ request, params, https }) => {
      const { request: of } = parseInput(schemas[id].params, params);
      const answerable = await admitCompany(deps, of, { request, https });
      const wait = id === 'readOpenRequest' ? 0 : changes.wait(answerable.id);
      if (wait > 0) throw tooManyRequests(wait);
      return { answerable };
    };
  addEndpoint(
    host,
    'openRequest',
    ({ ip }) => {
      countOpening(links, addressBlock(ip));
      return {};
    },
    async ({ body, request, https, ip }) => {
      if (await requestSecret.fits(body.secret)) await countFittingOpening(links, addressBlock(ip));
      const { reply, cookie } = await openRequest(deps, body.secret, { request, https });
      return { json: reply, cookies: cookie === undefined ? [] : [cookie] };
    },
    { secret: true, silent: true },
  );
  addEndpoint(host, 'readOpenRequest', admit('readOpenRequest'), async ({ answerable }) => ({
    json: await readRequest(deps, answerable),
    headers,
  }));
  addEndpoint(host, 'sendAnswers', admit('sendAnswers'), async ({ answerable, body }) => {
    await storeAnswers(deps, { request: answerable, answers: body.answers });
    return { json: await readRequest(deps, answerable), headers };
  });
  addEndpoint(host, 'addAnswerFile', admit('addAnswerFile'), async ({ answerable, file }) => ({
    json: await attachFile(deps, answerable, file),
    headers,
  }));
  addEndpoint(
    host,
    'removeAnswerFile',
    admit('removeAnswerFile'),
    async ({ answerable, params }) => {
      await detachFile(deps, answerable, params['file'] ?? '');
      return { json: await readRequest(deps, answerable), headers };
    },
  );
}
