import { fireEvent } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';

it('sends a double touch once, with the revision the person looked at', async () => {
  const { choice, post } = draw(sample('review', 'zh-CN', 7));

  await fireEvent.click(choice('AGREE')!);
  await fireEvent.click(choice('AGREE')!);
  await fireEvent.click(choice('END')!);

  expect(post.mock.calls).toEqual([[{ revision: 7, kind: 'AGREE', value: '' }]]);
});

it('is free again on the next view', async () => {
  const { choice, post, show } = draw(sample('notice', 'zh-CN', 7));
  await fireEvent.click(choice('AGREE')!);
  await show(sample('review', 'zh-CN', 8));
  await fireEvent.click(choice('AGREE')!);

  expect(post.mock.calls.map(([intent]) => intent.revision)).toEqual([7, 8]);
});

it('can be touched again when the touch did not reach the terminal', async () => {
  const { choice, post } = draw(sample('review', 'zh-CN', 7));
  post.mockResolvedValueOnce(false);

  await fireEvent.click(choice('AGREE')!);
  await fireEvent.click(choice('AGREE')!);

  expect(post).toHaveBeenCalledTimes(2);
});

it('shows at once that it was felt', async () => {
  const { choice } = draw(sample('review', 'zh-CN'));

  await fireEvent.click(choice('AGREE')!);

  expect(choice('AGREE')!.classList.contains('busy')).toBe(true);
});

it('carries what was picked', async () => {
  const { choice, post } = draw(sample('paper-question', 'en', 3));

  await fireEvent.click(choice('PAPER_SEEN', 'no')!);

  expect(post).toHaveBeenCalledWith({ revision: 3, kind: 'PAPER_SEEN', value: 'no' });
});
