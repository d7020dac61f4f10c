import { cleanup, render } from '@testing-library/svelte';
import { afterEach, vi } from 'vitest';
import Stage from '../Stage.svelte';
import type { Intent, View } from '../visit/view.ts';

afterEach(cleanup);

/** Draws one view as the kiosk does, and remembers what was sent. */
export function draw(view: View | null, isLost = false) {
  const post = vi.fn((intent: Intent) => Promise.resolve(intent.revision >= 0));
  const drawn = render(Stage, { view, isLost, post });
  const root = drawn.container.querySelector('main') as HTMLElement;
  return {
    root,
    post,
    show: (next: View) => drawn.rerender({ view: next, isLost: false, post }),
    lose: () => drawn.rerender({ view, isLost: true, post }),
    text: () => root.textContent ?? '',
    choice: (intent: string, value?: string) =>
      root.querySelector<HTMLButtonElement>(
        `[data-intent="${intent}"]` + (value === undefined ? '' : `[data-value="${value}"]`),
      ),
    intents: () => [...root.querySelectorAll('.actions [data-intent]')].map((b) => b.getAttribute('data-intent')),
  };
}
