import { fireEvent } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';
import type { View } from '../../visit/view.ts';

it('sends the value of the choice, not its text', async () => {
  const { choice, post } = draw(sample('choose-field', 'zh-CN', 9));

  await fireEvent.click(choice('CHOOSE', '2025-11/2026-10')!);

  expect(post).toHaveBeenCalledWith({ revision: 9, kind: 'CHOOSE', value: '2025-11/2026-10' });
});

it('sets what stands in brackets beneath, and loses nothing of it', () => {
  const { choice } = draw(sample('choose-field', 'en'));
  const parts = [...choice('CHOOSE', '2025-11/2026-10')!.querySelectorAll('.option span')].map((p) => p.textContent);

  expect(parts).toEqual(['Last 12 months', '2025-11 – 2026-10']);
});

it.each(['(1)', 'a (b) c', 'plain', '（甲）'])('leaves %s as it is', (text) => {
  const view = sample('choose-field', 'en');
  const options = [{ value: 'v', texts: { en: text } }];
  const { choice } = draw({ ...view, data: { service: 's', field: 'f', options } } as View);

  expect(choice('CHOOSE', 'v')!.textContent.trim()).toBe(text);
});

it('asks in general for a field it has no question for', () => {
  const view = sample('choose-field', 'en');
  const { root } = draw({ ...view, data: { service: 's', field: 'colour', options: [] } } as View);

  expect(root.querySelector('h1')?.textContent).toBe('Please choose');
});
