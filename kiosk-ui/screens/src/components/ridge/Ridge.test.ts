import { expect, it } from 'vitest';
import { sample } from '../../stories/samples.ts';
import { draw } from '../../testing/draw.ts';
import { station, stations } from './trail.ts';

it('says in words where the visit is', () => {
  const { root } = draw(sample('review', 'en'));

  expect(root.querySelector('.ridge')?.getAttribute('aria-label')).toBe('Step 3 of 5: Check');
  expect(root.querySelector('.ridge li.here')?.textContent).toBe('Check');
});

it('shows no path on screens beside it', () => {
  const { root } = draw(sample('problem', 'en'));

  expect(root.querySelector('.ridge ol')).toBeNull();
});

it('still identifies while the platform looks somebody up, and checks while it compares', () => {
  expect(station('progress', 'identifying')).toBe(stations.indexOf('identity'));
  expect(station('progress', 'verifying')).toBe(stations.indexOf('details'));
  expect(station('progress', 'printing-document')).toBe(stations.indexOf('work'));
});
