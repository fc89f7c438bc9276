// npm run dev: serves the page with hot reload on port 4280 and the API on port 4281. The API
// restarts when its source changes.
import { ensureBuilt } from './build-inputs.mjs';
import { bin, ensureInstalled, node, run } from './toolchain.mjs';

await ensureInstalled();
if (!(await ensureBuilt())) process.exit(1);
const apiPort = process.env.HEADWAY_API_PORT ?? '4281';
const folders = ['src/server', 'src/domain', 'src/contract', 'src/charts', 'src/report'].map(
  (path) => `--watch-path=${path}`,
);
await Promise.all([
  run(node(), [...folders, '--watch-preserve-output', 'src/server/main.ts', 'serve'], {
    env: { PORT: apiPort, HOST: '127.0.0.1' },
  }),
  run(bin('vite'), ['--port', process.env.PORT ?? '4280', '--strictPort'], {
    env: { HEADWAY_API_PORT: apiPort },
  }),
]);
