import type { Watcher } from './terminal.ts';
import type { Language, View } from './view.ts';

/** A shorter break is not worth a word: the stream comes back before anybody has read it. */
const BREAK_MS = 2000;

/**
 * What the page shows: the last view, or that there is none. Nothing else is remembered, so that a reload at any
 * moment shows the same.
 */
export class Kiosk implements Watcher {
  current = $state.raw<View | null>(null);
  isLost = $state(false);
  /** For the screens that stand when there is no view. */
  language = $state<Language>('zh-CN');
  private timer: ReturnType<typeof setTimeout> | undefined;

  view(view: View): void {
    this.settle();
    this.current = view;
    this.language = view.language;
  }

  refused(): void {
    this.settle();
    this.current = null;
  }

  broken(): void {
    this.timer ??= setTimeout(() => {
      this.isLost = this.current !== null;
    }, BREAK_MS);
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.isLost = false;
  }
}
