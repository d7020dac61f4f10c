import { expect, it } from 'vitest';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';

it('gives the case number to quote', () => {
  expect(draw(sample('problem', 'en')).root.querySelector('.number')?.textContent).toContain('4b1c6d0e-52a7-4c1f-9d5e-0a7f3e6b2c18');
});

it('offers another try only where it can help', () => {
  expect(draw(sample('problem', 'en')).choice('RETRY')).toBeNull();
  expect(draw(sample('problem-retry', 'en')).choice('RETRY')).not.toBeNull();
});

it('never calls a service that is done "not done"', () => {
  expect(draw(sample('problem', 'en')).root.querySelector('h1')?.textContent).toBe('The result is not known yet');
});
