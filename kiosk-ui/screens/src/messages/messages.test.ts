import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogues, languages } from '../visit/texts.ts';

const room = join(import.meta.dirname, '..', '..');
const journeyKeys = join(room, '../../bundles/journey/src/main/resources/io/changbai/journey/message-keys.txt');

function sources(ending: string): { path: string; content: string }[] {
  return readdirSync(join(room, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && !path.endsWith('.test.ts') && !path.startsWith('stories'))
    .map((path) => ({ path, content: readFileSync(join(room, 'src', path), 'utf8') }));
}

/** What a template says by itself: without scripts, styles, comments, tags and expressions. */
export function strays(template: string): string[] {
  const markup = template.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<!--[\s\S]*?-->/g, '');
  const spoken = [...markup.matchAll(/\b(?:aria-label|title|alt|placeholder)="([^"{]+)"/g)].map((match) => match[1]!);
  const text = markup.replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, ' ').replace(/<[^>]*>/g, '\n');
  return [...spoken, ...text.split('\n')].filter((line) => /[\p{L}\p{N}]/u.test(line));
}

it.each(languages)('%s has every text of the other languages, and none is empty', (language) => {
  for (const other of languages) {
    expect(Object.keys(catalogues[language])).toEqual(expect.arrayContaining(Object.keys(catalogues[other])));
  }
  expect(Object.entries(catalogues[language]).filter(([, text]) => text.trim() === '')).toEqual([]);
});

it('fills in the same values in every language', () => {
  const holes = (text = '') => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const key of Object.keys(catalogues['zh-CN'])) {
    expect([key, holes(catalogues.en[key])]).toEqual([key, holes(catalogues['zh-CN'][key])]);
  }
});

describe.each(languages)('in %s', (language) => {
  it('has a text for every key of the journey', () => {
    const keys = readFileSync(journeyKeys, 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));

    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => !(key in catalogues[language]))).toEqual([]);
  });

  it('has a text for every key the templates ask for', () => {
    const asked = sources('.svelte').flatMap(({ content }) =>
      [...content.matchAll(/(?:\bt|text)\((?:language, )?'([\w.-]+)'/g)].map((match) => match[1]!),
    );

    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !(key in catalogues[language]))).toEqual([]);
  });
});

it('finds no text outside the catalogues', () => {
  const found = sources('.svelte').flatMap(({ path, content }) => strays(content).map((line) => `${path}: ${line}`));

  expect(found).toEqual([]);
});

it('finds Chinese in no code either', () => {
  const found = [...sources('.svelte'), ...sources('.ts')].filter(({ content }) =>
    /\p{Script=Han}/u.test(content.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
  );

  expect(found.map(({ path }) => path)).toEqual([]);
});

it('would find a stray', () => {
  expect(strays('<p>{t("a")}</p><button aria-label="Close">长白</button>')).toEqual(['Close', '长白']);
  expect(strays('<script>const a = "x";</script><p class="b">{#each a as { b } (c)}{b}{/each}</p>')).toEqual([]);
});
