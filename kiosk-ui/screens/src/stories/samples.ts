import type { Language, ScreenName, Screens, Texts, View } from '../visit/view.ts';

/** One sample of each screen, with invented people of a region that does not exist; for the story page and the tests. */

const certificate: Texts = {
  'zh-CN': {
    title: '参保缴费证明',
    summary: '打印您的社会保险参保缴费证明，A4 纸，免费。',
    notice:
      '本业务由省社会保险经办机构办理。\n我们读取您证件上的姓名和号码，用来查询您的参保记录，并核对是您本人。\n信息只用于这一次办理；办理结束后立即从本机清除。办理记录按规定保存。',
  },
  en: {
    title: 'Participation certificate',
    summary: 'Prints your social insurance contribution certificate on A4, free of charge.',
    notice:
      'The provincial social insurance agency provides this service.\nWe read your name and number from your card to find your insurance record and to see that it is you.\nThis is used for this one visit and wiped from the terminal at its end. The case record is kept as the rules require.',
  },
};

const certification: Texts = {
  'zh-CN': { title: '养老待遇资格认证', summary: '确认您继续领取养老金的资格，约一分钟。', notice: '' },
  en: {
    title: 'Pension qualification',
    summary: 'Confirms that your pension continues. Takes about one minute.',
    notice: '',
  },
};

const tiles = [
  { service: 'participation-certificate', texts: certificate, works: true, reasons: [] },
  { service: 'pension-certification', texts: certification, works: true, reasons: [] },
];

const halfTiles = [
  { service: 'participation-certificate', texts: certificate, works: false, reasons: ['missing.DOCUMENT_PRINTER'] },
  { service: 'pension-certification', texts: certification, works: true, reasons: [] },
];

const period = (value: string, zh: string, en: string) => ({ value, texts: { 'zh-CN': zh, en } });

/** Sample name → screen and its data. The first sample of a screen bears its name. */
const samples: Record<string, { screen: ScreenName; data: Screens[ScreenName]; secondsLeft?: number }> = {
  attract: { screen: 'attract', data: { tiles } },
  'attract-half': { screen: 'attract', data: { tiles: halfTiles } },
  choose: { screen: 'choose', data: { tiles } },
  'choose-half': { screen: 'choose', data: { tiles: halfTiles } },
  notice: { screen: 'notice', data: { service: 'participation-certificate', texts: certificate } },
  identify: {
    screen: 'identify',
    data: { ways: ['ID_CARD', 'SOCIAL_CARD', 'E_CARD_CODE'], problem: null, triesLeft: 3 },
  },
  'identify-again': {
    screen: 'identify',
    data: { ways: ['ID_CARD', 'SOCIAL_CARD', 'E_CARD_CODE'], problem: 'identify.UNREADABLE', triesLeft: 2 },
  },
  'confirm-person': {
    screen: 'confirm-person',
    data: { maskedName: '王*民', maskedNumber: '8901**********101X' },
  },
  'face-consent': { screen: 'face-consent', data: { problem: null, triesLeft: 3 } },
  'face-consent-again': { screen: 'face-consent', data: { problem: 'face.MISMATCH', triesLeft: 2 } },
  capture: { screen: 'capture', data: {} },
  'choose-field': {
    screen: 'choose-field',
    data: {
      service: 'participation-certificate',
      field: 'period',
      options: [
        period('last-12-months', '最近 12 个月', 'The last 12 months'),
        period('last-24-months', '最近 24 个月', 'The last 24 months'),
        period('all', '全部参保时间', 'All years'),
      ],
    },
  },
  review: {
    screen: 'review',
    data: {
      service: 'participation-certificate',
      texts: certificate,
      lines: {
        'review.name': '王*民',
        'review.number': '8901**********101X',
        'review.period': '2025-11 — 2026-10',
      },
    },
  },
  progress: { screen: 'progress', data: { step: 'submitting' } },
  'progress-printing': { screen: 'progress', data: { step: 'printing-document' } },
  'paper-question': { screen: 'paper-question', data: { caseNumber: 'CB-890101-20261123-0007' } },
  take: {
    screen: 'take',
    data: {
      items: ['card', 'document', 'receipt'],
      facts: { 'fact.certificateNumber': 'SX89010120261123000042' },
    },
  },
  'take-certification': {
    screen: 'take',
    data: { items: ['receipt'], facts: { 'fact.validUntil': '2027-11-23', 'fact.receiptMissing': '' } },
  },
  end: { screen: 'end', data: {} },
  problem: {
    screen: 'problem',
    data: { problem: 'problem.submit-unknown', caseNumber: 'CB-890101-20261123-0007', canRetry: false },
  },
  'problem-retry': {
    screen: 'problem',
    data: { problem: 'problem.platform-unreachable', caseNumber: null, canRetry: true },
  },
  'out-of-service': { screen: 'out-of-service', data: { reasons: ['missing.PLATFORM', 'missing.IDENTIFICATION'] } },
  'still-here': {
    screen: 'review',
    data: {
      service: 'participation-certificate',
      texts: certificate,
      lines: { 'review.name': '王*民', 'review.number': '8901**********101X' },
    },
    secondsLeft: 27,
  },
};

export const sampleNames = Object.keys(samples);

export function sample(name: string, language: Language, revision = 1): View {
  const { screen, data, secondsLeft = null } = samples[name] ?? { screen: 'end', data: {} };
  return { revision, language, site: '八九市民中心 · 一号机', screen, data, secondsLeft } as View;
}
