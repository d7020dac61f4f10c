import type { Intent, View } from './view.ts';

/** What becomes of the connection to the terminal, in the order it happens. */
export interface Watcher {
  view(view: View): void;
  /** The terminal answers, but shows us nothing: it is starting, or this page is of an earlier start. */
  refused(): void;
  /** The terminal does not answer, or the stream ended. */
  broken(): void;
}

const RETRY_MS = 1000;
/** The terminal sends a heartbeat every 10 s; two and a half of them missing means a dead stream. */
const SILENCE_MS = 25_000;

/** The page's side of the wire: the token becomes a cookie, views come in, intents go out. */
export class Terminal {
  private token = '';

  /** @param fragment of the kiosk's URL, the token of this start; given once, tried until the terminal has answered */
  offer(fragment: string): void {
    this.token = fragment;
  }

  /** Follows the views until the signal; reconnects for ever. */
  async follow(watcher: Watcher, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.openSession();
      await this.readStream(watcher, signal);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  async post(intent: Intent): Promise<boolean> {
    return isOk(await send('/intent', intent));
  }

  private async openSession(): Promise<void> {
    if (this.token === '') {
      return;
    }
    const status = await send('/session', { token: this.token });
    if (isOk(status) || status === 401) {
      this.token = '';
    }
  }

  private async readStream(watcher: Watcher, signal: AbortSignal): Promise<void> {
    const stream = new AbortController();
    const stop = () => stream.abort();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const response = await fetch('/events', { cache: 'no-store', signal: stream.signal });
      if (!response.ok || response.body === null) {
        watcher.refused();
        return;
      }
      await readEvents(response.body, (data) => watcher.view(JSON.parse(data) as View), stop);
      watcher.broken();
    } catch {
      watcher.broken();
    } finally {
      stop();
      signal.removeEventListener('abort', stop);
    }
  }
}

/** Calls `event` with the data of each event; `silent` when nothing came for too long. Ends with the stream. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  event: (data: string) => void,
  silent: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let pending = '';
  for (;;) {
    const watchdog = setTimeout(silent, SILENCE_MS);
    const { done, value } = await reader.read().finally(() => clearTimeout(watchdog));
    if (done) {
      return;
    }
    const blocks = (pending + decoder.decode(value, { stream: true })).split('\n\n');
    pending = blocks.pop() ?? '';
    for (const block of blocks) {
      if (block.startsWith('data: ')) {
        event(block.slice('data: '.length));
      }
    }
  }
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

/** The status of the answer, 0 when there was none. */
async function send(path: string, body: unknown): Promise<number> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  } catch {
    return 0;
  }
}
