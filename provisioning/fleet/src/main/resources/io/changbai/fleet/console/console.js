'use strict';
// Everything shown comes from terminals and is set as text, never as markup.

const MOST_SHOWN = 200;
const PAUSE_MS = 2000;

function el(name, text, kind) {
  const node = document.createElement(name);
  if (text !== undefined && text !== null) node.textContent = text;
  if (kind) node.className = kind;
  return node;
}

function time(iso) {
  return iso ? new Date(iso).toLocaleString('sv-SE') : '–';
}

function table(titles, rows) {
  const box = el('div', null, 'scroll');
  const node = box.appendChild(el('table'));
  const head = node.appendChild(el('thead')).appendChild(el('tr'));
  titles.forEach(title => head.appendChild(el('th', title)));
  const body = node.appendChild(el('tbody'));
  rows.forEach(cells => {
    const row = body.appendChild(el('tr'));
    cells.forEach(cell => row.appendChild(el('td')).append(cell));
  });
  return box;
}

const FAULT_KINDS = { FAULT: 'bad', WARNING: 'warn' };
const SERVICE_KINDS = { IN_SERVICE: 'good', ATTENDANT_NEEDED: 'warn', OUT_OF_SERVICE: 'bad' };
const LEVEL_KINDS = { OUT: 'bad', LOW: 'warn', UNKNOWN: 'quiet' };

function faults(list) {
  const cell = el('span');
  (list || []).forEach(fault => {
    const line = cell.appendChild(el('span', null, 'fault ' + (FAULT_KINDS[fault.severity] || 'quiet')));
    line.append(el('code', fault.code), ` ${fault.severity} · ${fault.mender} · ${fault.text || ''}`);
  });
  if (!cell.childNodes.length) cell.append(el('span', 'none', 'quiet'));
  return cell;
}

function supplies(list) {
  const cell = el('span');
  (list || []).forEach(supply => {
    const percent = supply.percent === null || supply.percent === undefined ? '' : ` ${supply.percent} %`;
    cell.append(el('span', `${supply.name}: ${supply.level}${percent}`, 'fault ' + (LEVEL_KINDS[supply.level] || 'good')));
  });
  if (!cell.childNodes.length) cell.append(el('span', '–', 'quiet'));
  return cell;
}

function device(report) {
  const good = report.availability === 'ONLINE' || report.availability === 'BUSY';
  return [report.id, el('span', report.availability, good ? 'good' : 'bad'), supplies(report.supplies), faults(report.faults)];
}

// Opened and closed by hand stays so over the next refresh.
const opened = new Map();

function isTroubled(item) {
  return !item.online || item.faults.length > 0 || !item.state || item.state.service !== 'IN_SERVICE'
    || item.devices.some(report => (report.faults || []).length > 0);
}

function terminal(item) {
  const node = el('details', null, item.online ? 'terminal' : 'terminal stale');
  node.id = 'terminal-' + item.terminalId;
  node.open = opened.has(item.terminalId) ? opened.get(item.terminalId) : isTroubled(item);
  const line = node.appendChild(el('summary'));
  line.addEventListener('click', () => opened.set(item.terminalId, !node.open));
  line.append(el('h3', item.terminalId));
  line.append(el('span', item.online ? 'online' : 'offline', 'tag ' + (item.online ? 'good' : 'bad')));
  const state = item.state;
  // What an offline terminal said last is no longer known to hold.
  if (state && item.online) line.append(el('span', state.service, 'tag ' + (SERVICE_KINDS[state.service] || 'quiet')));
  if (state && !item.online) line.append(el('span', `was ${state.service}`, 'tag quiet'));
  const place = state ? `${state.site} · ` : '';
  line.append(el('span', `${place}since ${time(item.since)} · last heard ${time(item.lastSeen)}`, 'quiet'));
  const more = state
    ? `version ${state.version} · boot ${item.bootId || 'unknown'} · ${state.pendingTransactions} records waiting · state of ${time(item.stateAt)}`
    : `no state yet · boot ${item.bootId || 'unknown'}`;
  node.append(el('p', more, 'note'));
  if (item.faults.length) node.append(faults(item.faults));
  if (item.devices.length) {
    node.append(table(['Device', 'Availability', 'Supplies', 'Faults'], item.devices.map(device)));
  }
  return node;
}

function counted(all, shown) {
  return all > shown ? `Showing ${shown} of ${all}` : `${all}`;
}

function showTerminals(answer) {
  const all = answer;
  // Those that need somebody come first.
  const sorted = [...all].sort((a, b) => Number(isTroubled(b)) - Number(isTroubled(a)));
  const troubled = all.filter(isTroubled).length;
  const shown = sorted.slice(0, MOST_SHOWN);
  const online = all.filter(item => item.online).length;
  const nodes = shown.length ? shown.map(terminal) : [el('p', 'No terminal has been heard of yet.', 'quiet')];
  return [`${counted(all.length, shown.length)} · ${online} online · ${troubled} need somebody`, nodes];
}

function showTransactions(answer) {
  const all = answer;
  if (!all.length) return ['0', [el('p', 'No transaction has arrived yet.', 'quiet')]];
  const rows = all.map(item => [time(item.updatedAt), item.terminalId, item.service, item.states.join(' → '),
    item.reference || '–', el('code', item.transactionId)]);
  const titles = ['Arrived', 'Terminal', 'Service', 'States', 'Reference', 'Transaction'];
  return [`Newest ${all.length}`, [table(titles, rows)]];
}

function showOverview(answer) {
  const nodes = [];
  const gaps = answer.gaps.map(gap => [time(gap.noticedAt), gap.terminalId, gap.feed, `${gap.first}–${gap.last}`,
    `${gap.last - gap.first + 1} records missing`]);
  nodes.push(gaps.length ? table(['Noticed', 'Terminal', 'Feed', 'Numbers', ''], gaps) : el('p', 'Nothing is missing.', 'quiet'));
  const events = answer.events.map(event => [time(event.at), event.terminalId, event.kind, event.text]);
  if (events.length) nodes.push(table(['At', 'Terminal', 'Event', ''], events));
  link(answer.brokerConnected ? 'Receiving from the broker' : 'No connection to the broker', answer.brokerConnected);
  return [`${answer.gaps.length} gaps · ${answer.quarantined} unreadable messages put aside`, nodes];
}

function link(text, good) {
  const node = document.getElementById('link');
  node.textContent = text;
  node.className = 'note ' + (good ? 'good' : 'bad');
}

async function asked(path) {
  let response;
  try {
    response = await fetch(path, { credentials: 'same-origin' });
  } catch (unreachable) {
    throw new Error('Central operations does not answer.');
  }
  if (response.status === 401) {
    throw new Error('Not signed in: open this address with # and the token of the file operator-token.');
  }
  if (response.status === 503) throw new Error(await response.text());
  if (!response.ok) throw new Error(`Central operations answers ${response.status}.`);
  return response;
}

const goodAt = new Map();

// Each tile has its own state and time: one that fails does not take the others down.
async function tile(path, name, show) {
  const note = document.getElementById(name + '-note');
  try {
    const response = await asked(path);
    const [summary, nodes] = show(await response.json());
    const focused = document.activeElement.closest('details');
    document.getElementById(name).replaceChildren(...nodes);
    if (focused && !focused.isConnected) document.getElementById(focused.id)?.querySelector('summary').focus({ preventScroll: true });
    goodAt.set(name, response.headers.get('As-Of'));
    note.textContent = `${summary} · as of ${time(goodAt.get(name))}`;
    note.className = 'note';
  } catch (problem) {
    const old = goodAt.has(name) ? ` Shown below: as of ${time(goodAt.get(name))}.` : '';
    note.textContent = problem.message + old;
    note.className = 'note bad';
    if (name === 'overview') link(problem.message, false);
  }
}

async function refresh() {
  await Promise.all([
    tile('/api/terminals', 'terminals', showTerminals),
    tile('/api/transactions?limit=100', 'transactions', showTransactions),
    tile('/api/overview', 'overview', showOverview),
  ]);
  setTimeout(refresh, PAUSE_MS);
}

async function begin() {
  const token = location.hash.slice(1);
  if (token) {
    await fetch('/session', { method: 'POST', body: JSON.stringify({ token }) });
    // The token must not stay in the history of the browser.
    history.replaceState(null, '', '/');
  }
  await refresh();
}

begin();
