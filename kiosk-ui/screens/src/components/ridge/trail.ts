import type { ScreenName } from '../../visit/view.ts';

/** The stations of a visit, as the path over the ridge shows them. */
export const stations = ['service', 'identity', 'details', 'work', 'take'] as const;

const stationOf: Partial<Record<ScreenName, number>> = {
  choose: 0,
  notice: 0,
  identify: 1,
  'confirm-person': 1,
  'face-consent': 1,
  capture: 1,
  'choose-field': 2,
  review: 2,
  progress: 3,
  'paper-question': 3,
  take: 4,
};

/** Where a screen lies on the path, from 0; undefined for screens beside it. Looking somebody up is still identifying. */
export function station(screen: string, step = ''): number | undefined {
  return step === 'identifying' || step === 'verifying' ? 1 : stationOf[screen as ScreenName];
}
