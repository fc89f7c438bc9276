import { parentPort, workerData } from 'node:worker_threads';
import type { FoundDoubt } from '#domain/doubts/doubt.ts';
import { findDoubts } from '#domain/doubts/find-doubts.ts';
import { openReader } from '#server/db/open-existing.ts';
import { readDoubtProjects } from './doubt-project-store.ts';
import type { DoubtThreadData } from './doubt-threads.ts';

const { database, scope, input } = workerData as DoubtThreadData;
const projects = readDoubtProjects(openReader({ url: database }), scope);
parentPort?.postMessage((await findDoubts(input, projects)) satisfies readonly FoundDoubt[]);
