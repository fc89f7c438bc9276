import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cells, openRequests, type RequestApi } from '../../setup/api/requests.ts';
import { engines } from '../../setup/api/stores.ts';

const minuteMs = 60 * 1000;
const start = Date.parse('2021-05-10T08:00:00Z');

describe.each(engines)('the deadline 2021-05-12 of a request on $name', (engine) => {
  let api: RequestApi;
  beforeEach(async () => {
    api = await openRequests(engine);
  });
  afterEach(() => api.close());

  test.each([
    ['Asia/Tokyo', '2021-05-12T15:00:00Z'],
    ['UTC', '2021-05-13T00:00:00Z'],
    ['America/Santiago', '2021-05-13T04:00:00Z'],
  ])('ends with the day in %s for the page, the answers and the list', async (time_zone, end) => {
    const tag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const patched = await api.manage('PATCH', '/api/v1/zone', { time_zone }, { 'if-match': tag });
    expect(patched.status).toBe(200);
    const request = await api.ask();
    const { id } = request.request;
    const correct = async (value: string) => {
      const company = await api.company(request);
      const response = await api.answer(id, company, [{ key: cells.jobs, value }]);
      const page = await api.readPage(id, company);
      const [listed] = await api.requests();
      return [response.status, page.cells[0]?.is_open, listed?.state];
    };
    await correct('92');
    api.pass(Date.parse(end) - minuteMs - start);
    expect(await correct('93')).toEqual([200, true, 'open']);
    api.pass(minuteMs);
    expect(await correct('94')).toEqual([409, false, 'overdue']);
  });

  test('ends with the day of the own zone while an example in another time zone is displayed', async () => {
    const tag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const days = { time_zone: 'Pacific/Kiritimati' };
    await api.manage('PATCH', '/api/v1/zone', days, { 'if-match': tag });
    await api.ask();
    const response = await api.manage('POST', '/api/v1/samples', { sample: 'example_zone' });
    expect(response.status).toBe(200);
    const state = async () => (await api.requests()).map((one) => one.state);
    api.pass(Date.parse('2021-05-12T10:00:00Z') - minuteMs - start);
    expect(await state()).toEqual(['open']);
    api.pass(minuteMs);
    expect(await state()).toEqual(['overdue']);
  });
});
