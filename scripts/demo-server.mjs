// A static file server for dist-demo. Any static host that can set the policy header can serve the
// demo.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { offlinePolicyName } from '#contract/core/offline.ts';
import { makeContentPolicy, policyReportPath } from '#server/http/security-headers.ts';
import { root } from './toolchain.mjs';

/**
 * The product's own policy, extended for SQLite in WebAssembly, and with the mock worker in place of
 * the product's own. It names no address for reports.
 */
const demoPolicy = makeContentPolicy(undefined)
  .replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
  .replace(`trusted-types ${offlinePolicyName}`, 'trusted-types default')
  .replace(`; report-uri ${policyReportPath}`, '');
const folder = join(root, 'dist-demo');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
};
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const server = createServer((request, response) => {
  const path = normalize(
    decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname),
  );
  const target = join(folder, path);
  const exists = target.startsWith(folder) && isFile(target);
  // The application handles its own addresses, such as /projects. A missing file of the build and
  // an address of the API are 404.
  const file = exists ? target : join(folder, 'index.html');
  const missing = !exists && (/\.\w+$/.test(path) || path.startsWith('/api/'));
  response.writeHead(missing ? 404 : 200, {
    'content-type': missing ? 'text/plain' : (types[extname(file)] ?? 'application/octet-stream'),
    'content-security-policy': demoPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  if (missing) response.end('Not found\n');
  else createReadStream(file).pipe(response);
});
const port = Number(process.env.PORT ?? 4290);
server.on('error', (error) => {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use. Choose another: PORT=4291 npm run demo`
      : error.message,
  );
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () =>
  console.log(
    `The demo runs on http://127.0.0.1:${server.address().port}/ (no server behind it; data stays in the browser)`,
  ),
);
