import en from '../messages/en.json';
import zhCN from '../messages/zh-CN.json';
import type { Language, Texts } from './view.ts';

/** Every text of the screens. A test holds the two catalogues and the templates against each other. */
export const catalogues: Record<Language, Record<string, string>> = { 'zh-CN': zhCN, en };

/** The first language is the authoritative one. */
export const languages: Language[] = ['zh-CN', 'en'];

/**
 * The text of a key, with {names} filled in. A key that nobody wrote a text for gives a general sentence: a resident
 * never reads a key.
 */
export function text(language: Language, key: string, values: Record<string, string | number> = {}): string {
  const found = catalogues[language]?.[key] ?? catalogues['zh-CN'][key] ?? catalogues[language]?.['unknown'] ?? '';
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** A text the platform published with the service. */
export function published(texts: Texts, language: Language, key: string): string {
  return texts[language]?.[key] ?? texts['zh-CN']?.[key] ?? '';
}

/** A value as the resident's language writes it: ISO dates become dates, everything else stays as the platform said it. */
export function value(language: Language, raw: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(raw)) {
    return raw;
  }
  const date = new Date(`${raw}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? raw
    : new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
