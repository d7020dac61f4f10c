import { expect, it } from 'vitest';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';
import type { View } from '../../visit/view.ts';

it('asks for the card before the paper, whatever the order it was told', () => {
  const { root } = draw({
    ...sample('take', 'en'),
    data: { items: ['receipt', 'document', 'card'], facts: {} },
  } as View);

  expect([...root.querySelectorAll('ol li strong')].map((item) => item.textContent)).toEqual([
    'Your card',
    'Document',
    'Receipt',
  ]);
});

it('does not speak of a card to somebody who came with a code', () => {
  expect(draw(sample('take-certification', 'en')).text()).not.toContain('card');
});

it('writes a date as the language does', () => {
  expect(draw(sample('take-certification', 'en')).text()).toContain('23 November 2027');
  expect(draw(sample('take-certification', 'zh-CN')).text()).toContain('2027年11月23日');
});

it('says as one sentence what has no value', () => {
  expect(draw(sample('take-certification', 'en')).root.querySelector('.note')?.textContent).toContain('did not print');
});

it('speaks only of the card when only the card is left behind', () => {
  const said = draw(sample('take-card', 'en')).text();
  expect(said).toContain('Please take your card');
  expect(said).not.toMatch(/your paper|Done/);
});

it('sends nobody to an empty outlet', () => {
  expect(draw(sample('take-nothing', 'en')).text()).toContain('nothing to take');
});
