import { expect, it } from 'vitest';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';

it('says what would help the picture, and speaks it', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const { root } = draw(sample('capture-hint', language));
    const hint = root.querySelector('[role=status]')!;

    expect(hint.getAttribute('aria-live')).toBe('assertive');
    expect(hint.textContent?.trim()).toMatch(language === 'en' ? /closer/ : /[^a-z]/);
  }
});

it('keeps the place of the hint while there is none, so that a screen reader hears the first', () => {
  const { root } = draw(sample('capture', 'en'));

  expect(root.querySelector('[role=status]')!.textContent?.trim()).toBe('');
});
