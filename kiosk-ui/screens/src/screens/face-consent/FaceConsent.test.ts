import { expect, it } from 'vitest';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';

it('makes refusing as large as agreeing', () => {
  const { choice } = draw(sample('face-consent', 'en'));

  expect(choice('REFUSE')!.className).toBe(choice('AGREE')!.className);
  expect(choice('REFUSE')!.parentElement).toBe(choice('AGREE')!.parentElement);
});
