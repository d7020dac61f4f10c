import { mount } from 'svelte';
import Stage from '../Stage.svelte';
import '../design/tokens.css';
import type { Language } from '../visit/view.ts';
import { sample, sampleNames } from './samples.ts';

/** /components.html?screen=identify&language=en draws one sample; without a screen it lists them. Development only. */
const query = new URLSearchParams(location.search);
const name = query.get('screen') ?? '';
const language = (query.get('language') ?? 'zh-CN') as Language;
const target = document.getElementById('app') as HTMLElement;

if (name === 'waiting' || name === 'lost') {
  mount(Stage, {
    target,
    props: { view: null, isLost: name === 'lost', language, post: () => Promise.resolve(true) },
  });
} else if (sampleNames.includes(name)) {
  mount(Stage, { target, props: { view: sample(name, language), post: () => Promise.resolve(true) } });
} else {
  document.body.style.overflow = 'auto';
  for (const each of [...sampleNames, 'waiting', 'lost']) {
    for (const spoken of ['zh-CN', 'en']) {
      const link = document.createElement('a');
      link.href = `?screen=${each}&language=${spoken}`;
      link.textContent = `${each} ${spoken}`;
      link.style.cssText = 'display:block;padding:12px;color:#fff';
      target.append(link);
    }
  }
}
