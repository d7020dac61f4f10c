import { fireEvent } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';

it('changes the language from any screen', async () => {
  const { choice, post } = draw(sample('progress', 'zh-CN', 12));

  await fireEvent.click(choice('CHOOSE_LANGUAGE', 'en')!);

  expect(post).toHaveBeenCalledWith({ revision: 12, kind: 'CHOOSE_LANGUAGE', value: 'en' });
});

it('names each language in itself', () => {
  const { choice } = draw(sample('review', 'en'));

  expect(choice('CHOOSE_LANGUAGE', 'zh-CN')!.querySelector('[lang=zh-CN]')?.textContent).toBe('中文');
  expect(choice('CHOOSE_LANGUAGE', 'en')!.querySelector('[lang=en]')?.textContent).toBe('English');
});
