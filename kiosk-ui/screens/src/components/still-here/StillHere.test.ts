import { fireEvent } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { flushSync } from 'svelte';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';
import { languages } from '../../visit/texts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each(languages)('lies over the screen with the seconds that are left, in %s', (language) => {
  const { root } = draw(sample('still-here', language));

  expect(root.querySelector('[role=alertdialog]')?.textContent).toContain('27');
  expect(root.querySelector('.screen')?.hasAttribute('inert')).toBe(true);
});

it('keeps the visit with one touch', async () => {
  const { choice, post } = draw(sample('still-here', 'zh-CN', 5));

  await fireEvent.click(choice('STILL_HERE')!);

  expect(post).toHaveBeenCalledWith({ revision: 5, kind: 'STILL_HERE', value: '' });
});

it('counts along until the terminal speaks again', async () => {
  const { root, show } = draw(sample('still-here', 'zh-CN', 5));
  vi.advanceTimersByTime(3000);
  flushSync();
  expect(root.querySelector('.count')?.textContent).toBe('24');

  await show({ ...sample('still-here', 'zh-CN', 6), secondsLeft: 20 });
  expect(root.querySelector('.count')?.textContent).toBe('20');
});

it('never counts below nothing', () => {
  const { root } = draw(sample('still-here', 'zh-CN'));
  vi.advanceTimersByTime(60_000);
  flushSync();

  expect(root.querySelector('.count')?.textContent).toBe('0');
});

it('goes when the person is there again', async () => {
  const { root, show } = draw(sample('still-here', 'zh-CN', 5));
  await show(sample('review', 'zh-CN', 6));

  expect(root.querySelector('[role=alertdialog]')).toBeNull();
  expect(root.querySelector('.screen')?.hasAttribute('inert')).toBe(false);
});
