import { describe, expect, test, afterEach } from 'vitest';
import { ownCellFaults } from '../../reliability/requests/own-cells.ts';
import { atRestFaults } from '../../reliability/requests/requests.ts';
import {
  answerFloodFaults,
  floodFaults,
  replayFaults,
} from '../../reliability/requests/secrets.ts';
import { openRequests, type RequestApi } from '../../setup/api/requests.ts';
import { engines } from '../../setup/api/stores.ts';
import { seed } from '../../setup/seed.ts';

const open: RequestApi[] = [];
const start = async (...parameters: Parameters<typeof openRequests>): Promise<RequestApi> => {
  const api = await openRequests(...parameters);
  open.push(api);
  return api;
};
afterEach(async () => {
  for (const api of open.splice(0)) await api.close();
});

describe.each(engines)('requests under attack on $name', (engine) => {
  test(`a request reads and answers its own cells only (seed ${seed})`, async () => {
    expect(await ownCellFaults(await start(engine), 6, seed)).toEqual([]);
  });
  test('secrets and cookies of ended requests open nothing', async () => {
    expect(await replayFaults(await start(engine))).toEqual([]);
  });
  test('wrong secrets get the same answer, and a flood of them is stopped', async () => {
    expect(await floodFaults(await start(engine))).toEqual([]);
  });
  test('a flood of answers is stopped for one request and not for others', async () => {
    expect(await answerFloodFaults(await start(engine))).toEqual([]);
  });
});

test('the data folder, the log and every list contain no secret and no cookie', async () => {
  expect(await atRestFaults(8)).toEqual([]);
});

test('the cookie of a request is rejected by every other route', async () => {
  const api = await start();
  const request = await api.ask();
  const { cookie = '' } = await api.company(request);
  const paths = [
    '/api/v1/shared/aaaaaaaaaaaaaaaa',
    '/api/v1/open-requests/aaaaaaaaaaaaaaaa',
    '/api/v1/requests',
    '/api/v1/proposals',
    '/api/v1/projects',
    '/api/v1/overview',
  ];
  const env = { ip: '203.0.113.9' };
  const options = { headers: { cookie, host: 'localhost:4280' }, env };
  const statuses = await Promise.all(
    paths.map(async (path) => (await api.send('GET', path, options)).status),
  );
  expect(statuses).toEqual(paths.map(() => 401));
});
