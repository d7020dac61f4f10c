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

function terminal(item) {
  const node = el('article', null, 'terminal');
  const line = node.appendChild(el('div'));
  line.append(el('h3', item.terminalId));
  line.append(el('span', item.online ? 'online' : 'offline', 'tag ' + (item.online ? 'good' : 'bad')));
  const state = item.state;
  if (state) line.append(el('span', state.service, 'tag ' + (SERVICE_KINDS[state.service] || 'quiet')));
  line.append(el('span', `since ${time(item.since)} · last heard ${time(item.lastSeen)}`, 'quiet'));
  const more = state
    ? `${state.site} · version ${state.version} · boot ${item.bootId || 'unknown'} · ${state.pendingTransactions} records waiting · state of ${time(item.stateAt)}`
    : `no state yet · boot ${item.bootId || 'unknown'}`;
  node.append(el('p', more, 'note'));
  if (item.faults.length) node.append(faults(item.faults));
  if (state && state.devices && state.devices.length) {
    node.append(table(['Device', 'Availability', 'Supplies', 'Faults'], state.devices.map(device)));
  }
  return node;
}

function counted(all, shown) {
  return all > shown ? `Showing ${shown} of ${all}` : `${all}`;
}

function showTerminals(answer) {
  const all = answer;
  // Those that need somebody come first.
  const troubled = item => !item.online || item.faults.length || !item.state || item.state.service !== 'IN_SERVICE';
  const sorted = [...all].sort((a, b) => Number(troubled(b)) - Number(troubled(a)));
  const shown = sorted.slice(0, MOST_SHOWN);
  const online = all.filter(item => item.online).length;
  const nodes = shown.length ? shown.map(terminal) : [el('p', 'No terminal has been heard of yet.', 'quiet')];
  return [`${counted(all.length, shown.length)} · ${online} online`, nodes];
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
  const link = document.getElementById('link');
  link.textContent = answer.brokerConnected ? 'Receiving from the broker' : 'No connection to the broker';
  link.className = 'note ' + (answer.brokerConnected ? 'good' : 'bad');
  return [`${answer.gaps.length} gaps · ${answer.quarantined} unreadable messages put aside`, nodes];
}

// Each tile has its own state and time: one that fails does not take the others down.
async function tile(path, name, show) {
  const note = document.getElementById(name + '-note');
  try {
    const response = await fetch(path, { credentials: 'same-origin' });
    if (response.status === 401) throw new Error('not signed in: open the address with the operator token');
    if (!response.ok) throw new Error('the fleet answers ' + response.status);
    const answer = await response.json();
    const [summary, nodes] = show(answer);
    document.getElementById(name).replaceChildren(...nodes);
    note.textContent = `${summary} · as of ${time(response.headers.get('As-Of'))}`;
    note.className = 'note';
  } catch (problem) {
    note.textContent = `Not up to date since ${time(new Date())}: ${problem.message}`;
    note.className = 'note bad';
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
