/** A store that speaks as much of S3 as copydesk needs, on loopback. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface FakeS3 {
  endpoint: string;
  /** Contents by key. */
  objects: Map<string, Buffer>;
  /** What was asked for: `GET raw/a.txt`. */
  requests: string[];
  /** Answers so many of the requests that follow with this status. */
  fail: (status: number, times: number) => void;
  stop: () => Promise<void>;
}

const bucket = 'house';

/** @param pageSize - How many keys are listed at a time. */
export async function startFakeS3(pageSize = 1000): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  let failures = { status: 0, times: 0 };
  const server = createServer((request, response) => {
    void body(request).then((content) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const [, name, ...rest] = url.pathname.split('/').map(decodeURIComponent);
      const key = rest.join('/');
      requests.push(`${request.method} ${key}`);
      if (failures.times-- > 0)
        return refuse(
          response,
          failures.status,
          failures.status === 403 ? 'AccessDenied' : 'SlowDown',
        );
      if (name !== bucket) return refuse(response, 404, 'NoSuchBucket');
      if (key === '' && request.method === 'GET') return list(url, response);
      return object(request.method ?? 'GET', key, content, response);
    });
  });

  function object(method: string, key: string, content: Buffer, response: ServerResponse): void {
    if (method === 'PUT') {
      objects.set(key, content);
      response.writeHead(200, { etag: etagOf(content) }).end();
      return;
    }
    if (method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    const known = objects.get(key);
    if (!known) return refuse(response, 404, 'NoSuchKey', method === 'HEAD');
    response.writeHead(200, { etag: etagOf(known), 'content-length': known.length });
    response.end(method === 'HEAD' ? undefined : known);
  }

  function list(url: URL, response: ServerResponse): void {
    const prefix = url.searchParams.get('prefix') ?? '';
    const after = url.searchParams.get('continuation-token') ?? '';
    const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
    const page = keys.slice(0, pageSize);
    const last = page.at(-1) ?? '';
    const more = keys.length > page.length;
    const contents = page.map((key) => {
      const content = objects.get(key) as Buffer;
      return `<Contents><Key>${xml(key)}</Key><ETag>${xml(etagOf(content))}</ETag><Size>${content.length}</Size></Contents>`;
    });
    response.writeHead(200, { 'content-type': 'application/xml' });
    response.end(
      `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${
        more ? `<NextContinuationToken>${xml(last)}</NextContinuationToken>` : ''
      }${contents.join('')}</ListBucketResult>`,
    );
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Unexpected address');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    requests,
    fail: (status, times) => {
      failures = { status, times };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(response: ServerResponse, status: number, code: string, bare = false): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(bare ? undefined : `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}

async function body(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function etagOf(content: Buffer): string {
  return `"${createHash('md5').update(content).digest('hex')}"`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
