import type { Intent, IntentKind } from './view.ts';

/** Hands an intent to the terminal; false when it certainly did not arrive. */
export type Post = (intent: Intent) => Promise<boolean>;

/**
 * Sends one touch per view. An old hand trembles and touches twice; the second touch must not answer the next
 * question, nor be sent at all.
 */
export class Touches {
  private sent = $state(-1);

  constructor(private readonly post: Post) {}

  /** Whether a touch on this view is under way. */
  isSent(revision: number): boolean {
    return this.sent === revision;
  }

  async touch(revision: number, kind: IntentKind, value = ''): Promise<void> {
    if (this.sent === revision) {
      return;
    }
    this.sent = revision;
    const arrived = await this.post({ revision, kind, value });
    if (!arrived && this.sent === revision) {
      this.sent = -1;
    }
  }
}
