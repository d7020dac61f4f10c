import { describe, expect, it } from 'vitest';
import { sample, sampleNames } from './stories/samples.ts';
import { draw } from './testing/draw.ts';
import { catalogues, languages } from './visit/texts.ts';

/** What every screen owes everybody, in each language. */
describe.each(languages)('in %s', (language) => {
  const said = catalogues[language];

  it.each(sampleNames)('%s has a heading, the help line and both languages', (name) => {
    const view = sample(name, language);
    const { root, text, choice } = draw(view);

    expect(root.dataset['screen']).toBe(view.screen);
    expect(root.querySelectorAll('.screen h1')).toHaveLength(1);
    expect(root.querySelector('.screen h1')?.textContent).not.toBe('');
    expect(text()).toContain('12333');
    expect(choice('CHOOSE_LANGUAGE', 'zh-CN')).not.toBeNull();
    expect(choice('CHOOSE_LANGUAGE', 'en')).not.toBeNull();
    expect(text()).not.toContain(said['unknown']);
    expect(text()).not.toMatch(/undefined|\{\w+\}|\[object/);
    expect(document.documentElement.lang).toBe(language);
  });

  it('says that it waits when there is no view', () => {
    const { root, text } = draw(null);
    expect(root.dataset['screen']).toBe('waiting');
    expect(text()).toContain(catalogues['zh-CN']['wait.heading']);
    expect(text()).toContain(catalogues.en['wait.heading']);
    expect(root.querySelectorAll('button')).toHaveLength(0);
  });
});

it('takes the person off the screen when the connection is lost, and offers nothing to touch', async () => {
  const drawn = draw(sample('review', 'zh-CN'));
  await drawn.lose();

  expect(drawn.root.dataset['screen']).toBe('lost');
  expect(drawn.text()).not.toContain('王*民');
  expect(drawn.root.querySelectorAll('button')).toHaveLength(0);
});

it.each([
  ['choose', ['END']],
  ['notice', ['REFUSE', 'AGREE', 'BACK']],
  ['identify', ['BACK', 'END']],
  ['confirm-person', ['AGREE', 'REFUSE']],
  ['face-consent', ['REFUSE', 'AGREE']],
  ['capture', ['BACK']],
  ['choose-field', ['BACK', 'END']],
  ['review', ['AGREE', 'BACK', 'END']],
  ['progress', []],
  ['paper-question', ['PAPER_SEEN', 'PAPER_SEEN']],
  ['take', ['TAKEN']],
  ['end', []],
  ['problem', ['END']],
  ['problem-retry', ['RETRY', 'END']],
  ['out-of-service', []],
])('%s offers %j in the lower third', (name, intents) => {
  expect(draw(sample(name, 'zh-CN')).intents()).toEqual(intents);
});

it('shows a hostile name as text, fenced in its own direction', () => {
  const view = sample('confirm-person', 'zh-CN');
  const name = '\u202e<img src=x onerror=alert(1)>王';
  const { root } = draw({ ...view, data: { maskedName: name, maskedNumber: '8901' } } as typeof view);

  expect(root.querySelector('img')).toBeNull();
  expect(root.querySelector('bdi + *, dd bdi')?.textContent).toBe(name);
});

it('never shows a key it has no text for', () => {
  const view = sample('problem', 'en');
  const { text } = draw({ ...view, data: { problem: 'problem.from-the-future', caseNumber: null, canRetry: false } } as typeof view);

  expect(text()).not.toContain('problem.from-the-future');
  expect(text()).toContain(catalogues.en['unknown']);
});
