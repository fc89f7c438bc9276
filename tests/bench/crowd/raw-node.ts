// A Node server that does nothing but send the bytes of a file: node raw-node.ts FILE PORT TYPE
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [path = '', port = '0', type = 'application/octet-stream'] = process.argv.slice(2);
const body = readFileSync(path);
const etag = '"raw"';
createServer((request, response) => {
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else
    response
      .writeHead(200, { 'content-type': type, 'content-length': body.length, etag })
      .end(body);
}).listen(Number(port), '127.0.0.1');
