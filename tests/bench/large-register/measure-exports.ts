import { download } from '../documents.ts';
import { memoryOf, processorSeconds } from '../felt.ts';
import type { RunningServer } from '../../setup/processes/server.ts';
import { attempt, type Figure } from './aims.ts';
import { type LargeStore, withServer } from './stores.ts';

const files = [
  { name: 'CSV', file: 'projects.csv', aim: 'csv', limit: 60 },
  { name: 'workbook', file: 'workbook.xlsx', aim: 'files' },
  { name: 'pack', file: 'pack.zip', aim: 'files' },
] as const;

async function measureFile(
  { url, pid }: RunningServer,
  { name, file, aim, ...limits }: (typeof files)[number],
): Promise<Figure[]> {
  const cpu = processorSeconds(pid);
  const { bytes, first, ms } = await download(`${url}/api/v1/documents/${file}`, pid);
  const note = `${(processorSeconds(pid) - cpu).toFixed(1)} s of processor time`;
  return [
    { aim, what: name, value: ms / 1000, unit: 's', ...limits, note },
    { aim, what: `${name}, first byte`, value: first / 1000, unit: 's' },
    { aim, what: `${name}, size`, value: bytes / 1e6, unit: 'MB', isDetail: true },
    { aim: 'memory', what: name, value: memoryOf(pid, 'VmHWM'), unit: 'MB', limit: 500 },
  ];
}

/** Downloads each file from a server that has just started. */
export async function measureExports(store: LargeStore): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const one of files)
    figures.push(
      ...(await attempt({ aim: one.aim, what: one.name }, () =>
        withServer(store, (server) => measureFile(server, one)),
      )),
    );
  return figures;
}
