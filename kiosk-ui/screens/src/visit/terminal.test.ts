import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readEvents, Terminal, type Watcher } from './terminal.ts';

const encoder = new TextEncoder();

function streamOf(...chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(chunk));
      controller.close();
    },
  });
}

function watcher() {
  return { view: vi.fn(), refused: vi.fn(), broken: vi.fn() } satisfies Watcher;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('reads events however the bytes are cut, and passes over heartbeats', async () => {
  const bytes = encoder.encode(':\n\ndata: {"site":"长白"}\n\n:\n\ndata: 2\n\ndata: cut o');
  const events: string[] = [];

  await readEvents(streamOf(...[...bytes].map((byte) => Uint8Array.of(byte))), (data) => events.push(data), vi.fn());

  expect(events).toEqual(['{"site":"长白"}', '2']);
});

it('notices a stream that stays open and says nothing', async () => {
  const silent = vi.fn();
  void readEvents(new ReadableStream(), vi.fn(), silent);
  await vi.advanceTimersByTimeAsync(25_000);

  expect(silent).toHaveBeenCalledTimes(1);
});

it('exchanges the token before it asks for views, and only until it is answered', async () => {
  const paths: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    paths.push(path);
    return Promise.resolve(new Response(null, { status: path === '/session' ? 204 : 404 }));
  });
  const stop = new AbortController();
  const terminal = new Terminal();
  terminal.offer('token');
  void terminal.follow(watcher(), stop.signal);
  await vi.advanceTimersByTimeAsync(1500);
  stop.abort();

  expect(paths).toEqual(['/session', '/events', '/events']);
});

it('offers the token again while the terminal is not up', async () => {
  const paths: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    paths.push(path);
    return Promise.reject(new TypeError('refused'));
  });
  const stop = new AbortController();
  const terminal = new Terminal();
  terminal.offer('token');
  void terminal.follow(watcher(), stop.signal);
  await vi.advanceTimersByTimeAsync(1500);
  stop.abort();

  expect(paths.filter((path) => path === '/session')).toHaveLength(2);
});

it.each([401, 403, 404, 503])('keeps trying when it is answered %i', async (status) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status })));
  const stop = new AbortController();
  const seen = watcher();
  void new Terminal().follow(seen, stop.signal);
  await vi.advanceTimersByTimeAsync(3500);
  stop.abort();

  expect(seen.refused).toHaveBeenCalledTimes(4);
  expect(seen.broken).not.toHaveBeenCalled();
});

it('hands on each view and says when the stream has ended', async () => {
  const body = 'data: {"revision":1}\n\ndata: {"revision":2}\n\n';
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status: 200 })));
  const stop = new AbortController();
  const seen = watcher();
  void new Terminal().follow(seen, stop.signal);
  await vi.advanceTimersByTimeAsync(10);
  stop.abort();

  expect(seen.view.mock.calls).toEqual([[{ revision: 1 }], [{ revision: 2 }]]);
  expect(seen.broken).toHaveBeenCalledTimes(1);
});

it.each([
  [204, true],
  [400, false],
  [401, false],
])('a touch answered %i arrived: %s', async (status, arrived) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status })));

  expect(await new Terminal().post({ revision: 1, kind: 'START', value: '' })).toBe(arrived);
});
