/** What the gateway sends: one event of /events. The shapes are the records of io.changbai.journey.Screen. */

export type Language = 'zh-CN' | 'en';

/** Texts of the catalogue: language → key → text. */
export type Texts = Record<string, Record<string, string>>;

export interface Tile {
  service: string;
  texts: Texts;
  works: boolean;
  reasons: string[];
}

export interface Option {
  value: string;
  texts: Record<string, string>;
}

/** The data of each screen, by its name. */
export interface Screens {
  attract: { tiles: Tile[] };
  choose: { tiles: Tile[] };
  notice: { service: string; texts: Texts };
  identify: { ways: string[]; problem: string | null; triesLeft: number };
  'confirm-person': { maskedName: string; maskedNumber: string };
  'face-consent': { problem: string | null; triesLeft: number };
  capture: { hint: string | null };
  'choose-field': { service: string; field: string; options: Option[] };
  review: { service: string; texts: Texts; lines: Record<string, string> };
  progress: { step: string };
  'paper-question': { caseNumber: string };
  take: { items: string[]; facts: Record<string, string> };
  end: Record<string, never>;
  problem: { problem: string; caseNumber: string | null; canRetry: boolean };
  'out-of-service': { reasons: string[] };
}

export type ScreenName = keyof Screens;

export type View = {
  [Name in ScreenName]: {
    revision: number;
    language: Language;
    site: string;
    screen: Name;
    data: Screens[Name];
    secondsLeft: number | null;
  };
}[ScreenName];

/** What somebody at the screen can want: io.changbai.journey.Intent.Kind. */
export type IntentKind =
  | 'START'
  | 'CHOOSE_LANGUAGE'
  | 'CHOOSE_SERVICE'
  | 'AGREE'
  | 'REFUSE'
  | 'CHOOSE'
  | 'RETRY'
  | 'BACK'
  | 'STILL_HERE'
  | 'TAKEN'
  | 'PAPER_SEEN'
  | 'END';

export interface Intent {
  revision: number;
  kind: IntentKind;
  value: string;
}
