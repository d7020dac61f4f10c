import type { ScreenName } from '../../visit/view.ts';

/** The stations of a visit, as the path over the ridge shows them. */
export const stations = ['service', 'identity', 'details', 'work', 'take'] as const;

const stationOf: Partial<Record<ScreenName, number>> = {
  choose: 0,
  notice: 0,
  identify: 1,
  'confirm-person': 1,
  'choose-field': 2,
  'face-consent': 2,
  capture: 2,
  review: 2,
  progress: 3,
  'paper-question': 3,
  take: 4,
};

/** Where the steps of the progress screen lie that come before the work. */
const stationOfStep: Record<string, number> = { identifying: 1, verifying: 2 };

/** Where a screen lies on the path, from 0; undefined for screens beside it. Nobody is led backwards in a good visit. */
export function station(screen: string, step = ''): number | undefined {
  return stationOfStep[step] ?? stationOf[screen as ScreenName];
}
