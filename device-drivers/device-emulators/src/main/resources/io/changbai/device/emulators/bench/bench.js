'use strict';

const $ = id => document.getElementById(id);

async function act(path, body = {}) {
  const answer = await fetch('/api/' + path, { method: 'POST', body: JSON.stringify(body) });
  const result = await answer.json();
  $('said').className = answer.ok ? '' : 'bad';
  $('said').textContent = answer.ok ? '' : result.error;
  await refresh();
}

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const button = (text, onclick, className = '') => make('button', { type: 'button', textContent: text, onclick, className });
const row = (name, ...parts) => make('div', { className: 'row' }, make('span', { textContent: name }), make('div', {}, ...parts));
const who = () => ({ resident: $('resident').value });

/** A button that is pressed while a fault lasts. */
function toggle(text, path, field, isOn) {
  const it = button(text, () => act(path, { [field]: it.getAttribute('aria-pressed') !== 'true' }));
  it.dataset.pressed = isOn;
  return it;
}

function cable(id) {
  const it = button('Cable out', () => act(id + '/' + (it.getAttribute('aria-pressed') === 'true' ? 'plug' : 'unplug')));
  it.dataset.pressed = 'unplugged';
  return it;
}

function holdText() {
  const text = make('input', { placeholder: 'any text', id: 'code' });
  return row('Other', text, button('Hold', () => act('qr-scanner/hold', { text: text.value || 'wrong code' })));
}

const devices = {
  'id-card-reader': {
    title: 'ID card reader',
    rows: () => [
      row('Card', button('Put on', () => act('id-card-reader/present', who()), 'main'), button('Lift', () => act('id-card-reader/lift'))),
      row('Next answer', button('Wrong checksum', () => act('id-card-reader/fault', { kind: 'checksum' })),
        button('Cut short', () => act('id-card-reader/fault', { kind: 'truncated' }))),
      row('Faults', toggle('Mute', 'id-card-reader/mute', 'on', 'mute'), cable('id-card-reader')),
    ],
    says: d => d.resident ? `${d.resident}: ${d.state.replace('_', ' ').toLowerCase()}` : 'no card on it',
  },
  'social-card-reader': {
    title: 'Social security card reader',
    rows: () => [
      row('Card', button('Insert', () => act('social-card-reader/insert', who()), 'main'), button('Remove', () => act('social-card-reader/remove'))),
      row('Other', button('Bank card', () => act('social-card-reader/insert', { card: 'bank' })),
        button('Mute card', () => act('social-card-reader/insert', { card: 'mute' }))),
      row('Faults', button('Insert, pull while read', () => act('social-card-reader/insert', { ...who(), pullAfter: 3 }))),
    ],
    says: d => (d.card ? `card: ${d.card}` : 'no card in it')
      + (d.readerIsThere ? '' : ', and no virtual reader (apt-get install pcscd vsmartcard-vpcd)'),
    bad: d => !d.readerIsThere,
  },
  'qr-scanner': {
    title: 'QR scanner',
    rows: () => [
      row('Code', button('Hold e-card', () => act('qr-scanner/hold', who()), 'main'),
        button('Wrong code', () => act('qr-scanner/hold', { text: 'https://example.invalid/not-a-card' })),
        button('Take away', () => act('qr-scanner/take-away'))),
      holdText(),
      row('Faults', toggle('Mute', 'qr-scanner/mute', 'on', 'mute'), cable('qr-scanner')),
    ],
    says: d => (d.armed ? 'light on, waiting for a code' : 'light off') + (d.holding ? ', a code is held before it' : ''),
  },
  'face-camera': {
    title: 'Face camera',
    rows: () => [
      make('img', { className: 'camera', id: 'camera', alt: 'What the camera sees' }),
      row('Before it', button('Stand there', () => act('face-camera/show', who()), 'main'), button('Nobody', () => act('face-camera/show'))),
      row('Faults', toggle('Dark', 'face-camera/dark', 'on', 'dark'), toggle('Frozen', 'face-camera/freeze', 'on', 'frozen'), cable('face-camera')),
    ],
    says: d => d.resident ? `${d.resident} stands there` : 'nobody stands there',
  },
  'receipt-printer': {
    title: 'Receipt printer',
    rows: () => [
      row('Receipt', button('Take', () => act('receipt-printer/take'), 'main')),
      row('Paper', ...['ok', 'low', 'out'].map(level => button(level, () => act('receipt-printer/paper', { level }))),
        button('out after 3 lines', () => act('receipt-printer/paper-out-after', { lines: 3 }))),
      row('Faults', toggle('Cover open', 'receipt-printer/cover', 'open', 'coverOpen'),
        toggle('Cutter jam', 'receipt-printer/cutter', 'jammed', 'cutterJammed'),
        toggle('Mute', 'receipt-printer/mute', 'on', 'mute'), cable('receipt-printer')),
      make('div', { className: 'papers', id: 'receipts' }),
    ],
    says: d => `paper ${d.paper.toLowerCase()}` + (d.bytesWaiting ? `, ${d.bytesWaiting} bytes wait` : '')
      + (d.outlet.length ? `, ${d.outlet.length} in the outlet` : ''),
    bad: d => d.paper === 'OUT' || d.coverOpen || d.cutterJammed || d.mute,
    warn: d => d.paper === 'LOW' || d.outlet.length > 0,
  },
  'document-printer': {
    title: 'A4 printer',
    rows: () => [
      row('Paper', button('Take', () => act('document-printer/take'), 'main')),
      row('Stop', ...['media-empty', 'media-jam', 'cover-open', 'toner-empty'].map(stop =>
        button(stop, () => act('document-printer/state', { stop }))), button('ok', () => act('document-printer/state', { ok: true }))),
      row('Warn', ...['media-low', 'toner-low'].map(warn => button(warn, () => act('document-printer/state', { warn })))),
      row('Faults', toggle('Stuck', 'document-printer/stuck', 'on', 'stuck'), toggle('Mute', 'document-printer/mute', 'on', 'mute'),
        cable('document-printer')),
      make('div', { className: 'papers', id: 'documents' }),
    ],
    says: d => (d.stopped ? 'stopped: ' : '') + d.reasons.join(', ').replace('none', 'ready') + (d.jobs ? `, ${d.jobs} job(s)` : '')
      + (d.outlet.length ? `, ${d.outlet.length} in the outlet` : ''),
    bad: d => d.stopped || d.mute || d.stuck,
    warn: d => d.reasons[0] !== 'none' || d.outlet.length > 0,
  },
};

function lay() {
  for (const [id, device] of Object.entries(devices)) {
    $('devices').append(make('section', { id },
      make('h2', {}, make('i', { className: 'lamp' }), device.title, make('small')),
      make('p', { className: 'state' }), ...device.rows()));
  }
  $('reset').onclick = () => act('reset');
}

function show(id, now) {
  const section = $(id);
  const device = devices[id];
  const unplugged = now.plugged === false;
  const bad = unplugged || now.mute || (device.bad && device.bad(now));
  section.querySelector('.lamp').className = 'lamp ' + (bad ? 'bad' : device.warn && device.warn(now) ? 'warn' : '');
  section.querySelector('.state').textContent = unplugged ? 'cable pulled' : device.says(now);
  section.querySelector('small').textContent = now.port ? 'port ' + now.port : '';
  for (const each of section.querySelectorAll('[data-pressed]')) {
    each.setAttribute('aria-pressed', each.dataset.pressed === 'unplugged' ? unplugged : Boolean(now[each.dataset.pressed]));
  }
}

function paperOf(holder, device, draw) {
  const shown = JSON.stringify([device.papers, device.outlet]);
  if (holder.dataset.shown === shown) return;
  holder.dataset.shown = shown;
  holder.replaceChildren(...device.papers.slice(0, 6).map(name => {
    const drawn = draw(name);
    drawn.classList.toggle('outlet', device.outlet.includes(name));
    return drawn;
  }));
}

function receipt(name) {
  return make('img', { src: '/paper/' + name, alt: name, title: name, onclick: () => {
    $('sheet-picture').src = '/paper/' + name;
    $('sheet').showModal();
  } });
}

const pdf = name => make('a', { href: '/paper/' + name, target: '_blank', textContent: name });

function residents(state) {
  const list = $('resident');
  const keys = state.residents.map(r => r.key).join();
  if (list.dataset.keys === keys) return;
  list.dataset.keys = keys;
  const chosen = list.value;
  list.replaceChildren(...state.residents.map(r => new Option(`${r.name} · ${r.key}`, r.key)));
  if (chosen) list.value = chosen;
}

async function refresh() {
  try {
    const state = await (await fetch('/api/state')).json();
    residents(state);
    Object.keys(devices).forEach(id => show(id, state.devices[id]));
    paperOf($('receipts'), state.devices['receipt-printer'], receipt);
    paperOf($('documents'), state.devices['document-printer'], pdf);
    const camera = state.devices['face-camera'];
    const view = [camera.resident, camera.dark].join();
    if ($('camera').dataset.view !== view) {
      $('camera').dataset.view = view;
      $('camera').src = '/camera.jpg?' + encodeURIComponent(view);
    }
    if (!state.residents.length) {
      $('said').textContent = state.residentsProblem || 'No residents yet: the sandbox has not written its file.';
    } else if (!$('said').classList.contains('bad')) {
      $('said').textContent = '';
    }
  } catch {
    $('said').className = 'bad';
    $('said').textContent = 'The bench does not answer.';
  }
}

lay();
refresh();
setInterval(refresh, 800);
