'use strict';

// The page is drawn from /api/actions: whatever hands can do to a device has its button here, with its inputs.

const $ = id => document.getElementById(id);

/** State in which a device does not serve; everything else is only told. */
const BAD = ['mute', 'stopped', 'stuck', 'frozen', 'dark', 'coverOpen', 'cutterJammed', 'headHot', 'tampered'];
/** Told elsewhere on the card. */
const ELSEWHERE = ['plugged', 'port', 'papers', 'outlet', 'uri'];
/** More choices than this are a list, fewer are buttons. */
const FEW = 8;

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

const words = name => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
const title = id => {
  const text = words(id).replace(/\b(id|qr|ups)\b/g, short => short.toUpperCase());
  return text[0].toUpperCase() + text.slice(1);
};
const button = (text, onclick, label = text) => {
  const it = make('button', { type: 'button', textContent: text, onclick });
  if (label !== text) it.setAttribute('aria-label', label);
  return it;
};
const row = (name, ...parts) => make('div', { className: 'row' }, make('span', { textContent: name }), make('div', {}, ...parts));

/** One action: a button, a row of buttons, or a small form. */
function drawn(device, action) {
  const path = device + '/' + action.name;
  const [only] = action.parameters;
  if (!only) return button(action.label, () => act(path));
  if (action.parameters.length === 1 && only.needed) {
    if (only.kind === 'FLAG') {
      return row(action.label, ...[true, false].map(value =>
        button(value ? 'yes' : 'no', () => act(path, { [only.name]: value }), `${action.label}: ${value ? 'yes' : 'no'}`)));
    }
    if (only.kind === 'CHOICE' && only.choices.length <= FEW) {
      return row(action.label, ...only.choices.map(value =>
        button(value, () => act(path, { [only.name]: value }), `${action.label}: ${value}`)));
    }
    if (only.kind === 'RESIDENT') {
      return button(action.label, () => act(path, { [only.name]: $('resident').value }));
    }
  }
  return form(path, action);
}

function form(path, action) {
  const inputs = action.parameters.map(parameter => [parameter, input(parameter)]);
  const it = make('form', { className: 'row' }, make('button', { textContent: action.label }),
    make('div', {}, ...inputs.map(([parameter, field]) => make('label', {}, parameter.name + (parameter.needed ? ' ' : '? '), field))));
  it.onsubmit = event => {
    event.preventDefault();
    act(path, Object.fromEntries(inputs.map(([parameter, field]) => [parameter.name, value(parameter, field)])
      .filter(([, said]) => said !== undefined)));
  };
  return it;
}

function input(parameter) {
  const none = parameter.needed ? [] : [new Option('–', '')];
  switch (parameter.kind) {
    case 'FLAG': return make('select', {}, ...none, new Option('yes', 'true'), new Option('no', 'false'));
    case 'CHOICE': return make('select', {}, ...none, ...parameter.choices.map(each => new Option(each, each)));
    case 'RESIDENT': return make('select', {}, new Option('the one above', 'above'), new Option('–', ''));
    case 'NUMBER': return make('input', { type: 'number', required: parameter.needed, value: parameter.needed ? 1 : '' });
    default: return make('input', { required: parameter.needed });
  }
}

/** What to send; undefined for what was left out. */
function value(parameter, field) {
  if (field.value === '') return undefined;
  switch (parameter.kind) {
    case 'FLAG': return field.value === 'true';
    case 'NUMBER': return Number(field.value);
    case 'RESIDENT': return $('resident').value;
    default: return field.value;
  }
}

function card(id, actions) {
  const simple = actions.filter(each => each.parameters.length === 0
    || (each.parameters.length === 1 && each.parameters[0].needed && each.parameters[0].kind === 'RESIDENT'));
  const section = make('section', { id },
    make('h2', {}, make('i', { className: 'lamp' }), title(id), make('small')),
    make('p', { className: 'state' }));
  if (id === 'face-camera') section.append(make('img', { className: 'camera', id: 'camera', alt: 'What the camera sees' }));
  section.append(make('div', { className: 'plain' }, ...simple.map(each => drawn(id, each))),
    ...actions.filter(each => !simple.includes(each)).map(each => drawn(id, each)),
    make('div', { className: 'papers' }));
  return section;
}

async function lay() {
  const actions = await (await fetch('/api/actions')).json();
  $('devices').append(...Object.entries(actions).map(([id, its]) => card(id, its)));
  $('reset').onclick = () => act('reset');
}

const told = now => Object.entries(now)
  .filter(([name, value]) => !ELSEWHERE.includes(name) && value !== null && value !== false && value !== '' && typeof value !== 'object'
    || Array.isArray(value) && !ELSEWHERE.includes(name) && value.length)
  .map(([name, value]) => value === true ? words(name) : `${words(name)}: ${String(value).toLowerCase().replaceAll('_', ' ')}`);

function show(id, now) {
  const section = $(id);
  if (!section) return;
  const unplugged = now.plugged === false;
  const bad = unplugged || now.readerIsThere === false || now.paper === 'OUT' || BAD.some(name => now[name] === true);
  const warn = now.paper === 'LOW' || (now.outlet || []).length > 0;
  section.querySelector('.lamp').className = 'lamp ' + (bad ? 'bad' : warn ? 'warn' : '');
  const waiting = (now.outlet || []).length ? [`${now.outlet.length} in the outlet`] : [];
  section.querySelector('.state').textContent = [...unplugged ? ['cable pulled'] : [], ...told(now), ...waiting].join(' · ') || 'at rest';
  section.querySelector('small').textContent = now.port ? 'port ' + now.port : '';
  if (now.papers) papers(section.querySelector('.papers'), now);
}

function papers(holder, now) {
  const shown = JSON.stringify([now.papers, now.outlet]);
  if (holder.dataset.shown === shown) return;
  holder.dataset.shown = shown;
  holder.replaceChildren(...now.papers.slice(0, 6).map(name => {
    const sheet = name.endsWith('.png') ? picture(name) : make('a', { href: '/paper/' + name, target: '_blank', textContent: name });
    sheet.classList.toggle('outlet', now.outlet.includes(name));
    return sheet;
  }));
}

function picture(name) {
  const it = button('', () => {
    $('sheet-picture').src = '/paper/' + name;
    $('sheet').showModal();
  }, 'Look at ' + name);
  it.className = 'sheet';
  it.append(make('img', { src: '/paper/' + name, alt: name, title: name }));
  return it;
}

function residents(state) {
  const list = $('resident');
  const keys = state.residents.map(r => r.key).join();
  if (list.dataset.keys === keys) return;
  list.dataset.keys = keys;
  const chosen = list.value;
  list.replaceChildren(...state.residents.map(r => new Option(`${r.name} · ${r.key}`, r.key)));
  if (chosen) list.value = chosen;
}

function camera(state) {
  const eye = $('camera');
  const view = JSON.stringify(state.devices['face-camera'] || {});
  if (eye && eye.dataset.view !== view) {
    eye.dataset.view = view;
    eye.src = '/camera.jpg?' + Date.now();
  }
}

async function refresh() {
  try {
    const state = await (await fetch('/api/state')).json();
    residents(state);
    Object.entries(state.devices).forEach(([id, now]) => show(id, now));
    camera(state);
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

lay().then(refresh);
setInterval(refresh, 800);
