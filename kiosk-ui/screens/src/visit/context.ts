import { getContext, setContext } from 'svelte';
import type { IntentKind, Language, View } from './view.ts';

/** What every component may ask for. Getters, so that a component sees the view of the moment. */
export interface Visit {
  readonly language: Language;
  readonly site: string;
  readonly screen: string;
  /** Null on screens that stand without a view: nothing can be touched there. */
  readonly view: View | null;
  readonly isBusy: boolean;
  t(key: string, values?: Record<string, string | number>): string;
  act(kind: IntentKind, value?: string): void;
}

const KEY = Symbol('visit');

export function provideVisit(visit: Visit): void {
  setContext(KEY, visit);
}

export function useVisit(): Visit {
  return getContext<Visit>(KEY);
}
