import { afterEach, describe, expect, test } from 'vitest';
import { schemas } from '#contract/schemas.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('the outlook on $name', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const read = async (query = ''): Promise<Outlook> => {
    const reply = await api.get<Outlook>(`/api/v1/outlook?${query}`);
    expect(schemas.outlook.reply.safeParse(reply).error?.issues ?? []).toEqual([]);
    return reply;
  };
  const find = ({ targets }: Outlook, id: string) => {
    const found = targets.find(({ row }) => row.indicator === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };

  test('output of the sample ends at 192.4 of 350, jobs at 6,022 of 35,000', async () => {
    api = await openApi(engine);
    const outlook = await read();
    const output = find(outlook, 'industrial_output');
    expect(output.range).toMatchObject({
      now: '790000000',
      ceiling: '19240000000',
      missing: '15760000000',
      on_time: '9000000000',
      undated: '9450000000',
      unknown: 10,
    });
    const jobs = find(outlook, 'jobs');
    expect(jobs.range).toMatchObject({
      now: '1010',
      ceiling: '6022',
      missing: '28978',
      unknown: 1,
    });
    console.log(
      JSON.stringify(
        [output, jobs].map(({ row: _, ...x }) => x),
        null,
        1,
      ),
    );
  });
});
