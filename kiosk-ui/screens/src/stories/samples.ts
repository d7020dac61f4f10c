import type { Language, ScreenName, Screens, Texts, View } from '../visit/view.ts';

/** One sample of each screen, with invented people of a region that does not exist; for the story page and the tests. */

const certificate: Texts = {
  'zh-CN': {
    title: '打印社会保险参保缴费证明',
    summary: '证明您参加了哪些社会保险、缴了多少个月，当场打印，加盖电子印章，不收费。',
    notice:
      '社会保险经办机构仅为办理本次参保缴费证明，读取您证件上的姓名和证件号码，查询您的参保缴费记录，并在征得您单独同意后拍摄一张人脸照片进行比对。照片比对后立即删除，本终端不保存您的个人信息。经办机构按法律规定的期限保存办理记录。您可以不同意，改到服务窗口办理。',
  },
  en: {
    title: 'Print a certificate of social insurance contributions',
    summary:
      'Shows which insurances you take part in and for how many months you contributed. Printed here, sealed, free of charge.',
    notice:
      'For this certificate only, the social insurance agency reads the name and number on your card, looks up your contribution record and, with your separate consent, takes one picture of your face to compare. The picture is deleted at once after the comparison; this terminal keeps nothing about you. The agency keeps the record of this case as long as the law requires. You may decline and go to a service window instead.',
  },
};

const certification: Texts = {
  'zh-CN': { title: '养老金领取资格认证', summary: '每年认证一次，养老金照常发放。刷卡、看一眼摄像头即可，当场出凭条。', notice: '' },
  en: {
    title: 'Confirm that you still receive your pension',
    summary: 'Once a year, so that your pension goes on. Your card and one look at the camera; you get a slip at once.',
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
  capture: { screen: 'capture', data: { hint: null } },
  'capture-hint': { screen: 'capture', data: { hint: 'guide.CLOSER' } },
  'choose-field': {
    screen: 'choose-field',
    data: {
      service: 'participation-certificate',
      field: 'period',
      options: [
        period('2025-11/2026-10', '最近12个月（2025年11月至2026年10月）', 'Last 12 months (2025-11 – 2026-10)'),
        period('2023-11/2026-10', '最近36个月（2023年11月至2026年10月）', 'Last 36 months (2023-11 – 2026-10)'),
        period('2026-01/2026-10', '今年（2026年1月至2026年10月）', 'This year (2026-01 – 2026-10)'),
        period('1998-07/2026-10', '全部（1998年7月至2026年10月）', 'Everything (1998-07 – 2026-10)'),
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
  'take-card': { screen: 'take', data: { items: ['card'], facts: {} } },
  'take-nothing': { screen: 'take', data: { items: [], facts: { 'fact.caseNumber': 'RZ20261123000042' } } },
  end: { screen: 'end', data: {} },
  problem: {
    screen: 'problem',
    data: { problem: 'problem.submit-unknown', caseNumber: '4b1c6d0e-52a7-4c1f-9d5e-0a7f3e6b2c18', canRetry: false },
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
