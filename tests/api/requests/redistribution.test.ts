import { describe, expect, test } from 'vitest';
import { cells, openRequests } from '../../setup/api/requests.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('fields that may not be redistributed in requests on $name', (engine) => {
  test('a company does not see facts of the register that may not be redistributed', async () => {
    const api = await openRequests(engine);
    const request = await api.ask();
    const company = await api.company(request);
    const zone = await api.manage('GET', '/api/v1/zone');
    const changed = await api.manage(
      'PATCH',
      '/api/v1/zone',
      { withheld: { fields: ['paid_in', 'milestones'] }, reason: 'rights' },
      { 'if-match': zone.headers.get('etag') ?? '' },
    );
    expect(changed.status).toBe(200);
    const { cells: requestCells } = await api.readPage(request.request.id, company);
    expect(requestCells.map(({ key, last, planned }) => [key, last, planned])).toEqual([
      [cells.jobs, '86', undefined],
      [cells.paid, undefined, undefined],
      [cells.output, '62500000', undefined],
      [cells.operation, undefined, undefined],
    ]);
    await api.close();
  });
});
