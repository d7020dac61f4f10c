import { fireEvent } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';

it('sends the service that was touched', async () => {
  const { choice, post } = draw(sample('choose', 'zh-CN', 4));

  await fireEvent.click(choice('CHOOSE_SERVICE', 'pension-certification')!);

  expect(post).toHaveBeenCalledWith({ revision: 4, kind: 'CHOOSE_SERVICE', value: 'pension-certification' });
});

it('offers nothing that does not work now, and says why', async () => {
  const { choice, post, text } = draw(sample('choose-half', 'en'));
  const tile = choice('CHOOSE_SERVICE', 'participation-certificate')!;

  await fireEvent.click(tile);

  expect(tile.disabled).toBe(true);
  expect(post).not.toHaveBeenCalled();
  expect(text()).toContain('out of paper');
});
