import { expect, it } from 'vitest';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';
import type { View } from '../../visit/view.ts';

it('shows only the ways that work now', () => {
  const { root } = draw({
    ...sample('identify', 'en'),
    data: { ways: ['SOCIAL_CARD'], problem: null, triesLeft: 3 },
  } as View);

  expect([...root.querySelectorAll('li strong')].map((name) => name.textContent)).toEqual(['Social security card']);
});

it('passes over a way it has no picture of', () => {
  const { root } = draw({
    ...sample('identify', 'en'),
    data: { ways: ['IRIS', 'ID_CARD'], problem: null, triesLeft: 3 },
  } as View);

  expect(root.querySelectorAll('.body li')).toHaveLength(1);
});

it('says what went wrong and how many tries are left', () => {
  const { root } = draw(sample('identify-again', 'en'));

  expect(root.querySelector('[role=alert]')?.textContent).toMatch(/Tries left: 2.*could not read/s);
});
