import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sample } from '../stories/samples.ts';
import { Kiosk } from './kiosk.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('says nothing about a break that nobody notices', () => {
  const kiosk = new Kiosk();
  kiosk.view(sample('review', 'en'));
  kiosk.broken();
  vi.advanceTimersByTime(1900);
  kiosk.view(sample('review', 'en'));
  vi.advanceTimersByTime(10_000);

  expect(kiosk.isLost).toBe(false);
});

it('says after two seconds that the connection is lost, however often it was tried', () => {
  const kiosk = new Kiosk();
  kiosk.view(sample('review', 'en'));
  kiosk.broken();
  vi.advanceTimersByTime(1000);
  kiosk.broken();
  vi.advanceTimersByTime(1000);

  expect(kiosk.isLost).toBe(true);
});

it('goes on where it was when the connection is back', () => {
  const kiosk = new Kiosk();
  kiosk.view(sample('review', 'en'));
  kiosk.broken();
  vi.advanceTimersByTime(5000);
  kiosk.view(sample('take', 'en'));

  expect(kiosk.isLost).toBe(false);
  expect(kiosk.current?.screen).toBe('take');
});

it('waits when the terminal has started anew without us', () => {
  const kiosk = new Kiosk();
  kiosk.view(sample('review', 'en'));
  kiosk.refused();

  expect(kiosk.current).toBeNull();
  expect(kiosk.isLost).toBe(false);
  expect(kiosk.language).toBe('en');
});

it('waits, and does not speak of a loss, before there was anything', () => {
  const kiosk = new Kiosk();
  kiosk.broken();
  vi.advanceTimersByTime(60_000);

  expect(kiosk.isLost).toBe(false);
});
