// The one script: it makes the entry grid feel like a sheet. The server alone judges and formats; every sentence comes from
// the data-text-* attributes of ui/grid :: status; without this file the grid is an ordinary form.
(() => {
  'use strict';

  for (const pick of document.querySelectorAll('input[data-pick]')) {
    const typed = document.getElementById(pick.dataset.pick);
    pick.hidden = false;
    pick.addEventListener('input', () => { typed.value = pick.value; });
    pick.addEventListener('focus', () => { pick.value = typed.value; });
  }
  for (const table of document.querySelectorAll('main .table:not(.entry-grid, .in-rows, .chart .table)')) { // on a narrow screen a row is a card, each figure under its column's name; what is compared row by row stays .in-rows and scrolls
    const heads = [...table.tHead?.rows[0]?.cells ?? []].map(head => head.textContent.trim());
    for (const cell of table.querySelectorAll('tbody td, tfoot td')) {
      if (cell.colSpan === 1 && heads[cell.cellIndex]) cell.dataset.label = heads[cell.cellIndex];
    }
    table.classList.add('rows-as-cards');
  }
  for (const form of document.querySelectorAll('form[data-upload]')) {
    form.addEventListener('submit', () => { form.querySelector('[data-upload-progress]').hidden = false; });
  }
  const watch = async place => { // a job is at work: its progress comes by itself, and when it is over the whole page
    await new Promise(done => setTimeout(done, 2000));
    const answer = await fetch(location.href).catch(() => null);
    const now = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-watch]') : place.cloneNode(true);
    if (!now) return location.reload();
    place.replaceChildren(...now.childNodes);
    watch(place);
  };
  document.querySelectorAll('[data-watch]').forEach(watch);
  const closeMenus = except => document.querySelectorAll('details.user-menu[open]').forEach(menu => { if (!menu.contains(except)) menu.open = false; });
  document.addEventListener('click', event => closeMenus(event.target));
  document.addEventListener('keydown', event => { if (event.key === 'Escape') closeMenus(null); });

  const status = document.querySelector('[data-grid-status]');
  if (!status) return;

  // ---- what we know of each cell: the value the server has, the value last sent, the phase it is in
  const cells = [...document.querySelectorAll('[data-grid] [data-cell]')];
  const states = new Map(cells.map(cell => [cell, {saved: cell.value, sent: null, phase: cell.getAttribute('aria-invalid') ? 'invalid' : ''}]));
  const is = (cell, ...phases) => phases.includes(states.get(cell).phase);
  const isOpen = cell => cell.value !== states.get(cell).saved || is(cell, 'saving', 'failed', 'invalid', 'expired', 'conflict');
  const text = (key, ...args) => (status.dataset['text' + key] ?? '').replace(/\{(\d)\}/g, (_, i) => args[i] ?? '');
  const element = (name, content, more = {}) => Object.assign(document.createElement(name), {textContent: content}, more);

  const mark = (cell, phase, word, ...details) => {
    let place = document.getElementById(cell.id + '-mark');
    if (!place) {
      place = element('span', '', {id: cell.id + '-mark', className: 'cell-mark'});
      cell.after(place);
      cell.setAttribute('aria-describedby', place.id);
    }
    place.dataset.state = phase;
    place.replaceChildren(...(word ? [element('b', word), ' '] : []), ...details);
    cell.toggleAttribute('aria-invalid', false);
    if (phase === 'invalid') cell.setAttribute('aria-invalid', 'true');
    states.get(cell).phase = phase;
  };
  const tell = message => { // trouble stays on the line until it is over
    const again = element('button', text('Retry'), {type: 'button', className: 'btn btn-sm', onclick: () => retry()});
    if (cells.some(cell => is(cell, 'expired'))) {
      status.replaceChildren(text('Expired'), ' ', element('a', text('SignIn'), {href: status.dataset.signIn, target: '_blank', rel: 'noopener'}), ' ', again);
    } else if (cells.some(cell => is(cell, 'failed'))) status.replaceChildren(text('Unreached'), ' ', again);
    else if (message) status.textContent = message;
  };

  // ---- saving: one request at a time for each cell, four for the page
  const waiting = new Set();
  let flying = 0, tries = 0, timer, pasted = ''; // how much the last paste wrote stands on the line until the next key
  const queue = cell => { mark(cell, 'saving', text('Saving')); waiting.add(cell); pump(); };
  const pump = () => {
    for (const cell of waiting) {
      if (flying >= 4) return;
      if (states.get(cell).busy) continue;
      waiting.delete(cell);
      flying++;
      send(cell).finally(() => { flying--; pump(); });
    }
  };
  const idle = async () => { while (flying || waiting.size) await new Promise(done => setTimeout(done, 40)); };

  const send = async cell => {
    const state = states.get(cell);
    if (cell.value === state.saved) return mark(cell, 'saved', text('Saved'));
    state.busy = true;
    const sent = state.sent = cell.value;
    const headers = {'Accept': 'application/json', 'X-Requested-With': 'fetch'};
    const token = document.querySelector('meta[name="_csrf"]');
    if (token) headers[document.querySelector('meta[name="_csrf_header"]').content] = token.content;
    let code, reply = {};
    try {
      const answer = await fetch(cell.dataset.url, {method: 'PUT', redirect: 'manual', keepalive: true, headers, signal: AbortSignal.timeout(20000),
        body: new URLSearchParams({value: sent, version: cell.dataset.version ?? ''})});
      code = answer.type === 'opaqueredirect' ? 401 : answer.status;
      if (answer.headers.get('content-type')?.includes('json')) reply = await answer.json();
      else if (answer.ok) code = 401; // a page where data was due: the sign-in
    } catch { code = 0; }
    state.busy = false;
    if (code === 200) saved(cell, sent, reply);
    else if (code === 401 || code === 403 && !state.renewed) {
      mark(cell, 'expired', text('Failed'));
      if (code === 403) retry(); else tell();
    } else if (code === 409 && 'theirs' in reply) conflict(cell, reply);
    else if (code === 0 || code === 429 || code >= 500) {
      state.saved = null; // nobody knows whether it arrived
      mark(cell, 'failed', text('Failed'));
      clearTimeout(timer);
      timer = setTimeout(retry, Math.min(60000, 2000 * 2 ** tries++));
      tell();
    } else {
      mark(cell, 'invalid', text('Invalid'), reply.message ?? text('Refused'));
      tell([text('Invalid'), cell.getAttribute('aria-label'), reply.message ?? text('Refused')].join(' '));
    }
  };
  const version = (cell, value) => {
    cell.dataset.version = value;
    const posted = cell.form?.elements.namedItem(cell.name + '.version');
    if (posted) posted.value = value;
  };
  const show = (place, value) => {
    const light = place.querySelector('.light');
    if (!light) { place.textContent = value ?? '—'; return; }
    light.dataset.colour = value.colour;
    light.querySelector('.light-word').textContent = value.word;
    light.querySelector('.light-points').textContent = value.points ?? '';
  };
  const saved = (cell, sent, reply) => {
    const state = states.get(cell), findings = (reply.findings ?? []).map(found => text('Finding', found.klass, found.text));
    Object.assign(state, {saved: reply.display ?? sent, renewed: false});
    tries = 0;
    if (cell.value === sent) cell.value = state.saved;
    version(cell, reply.version);
    mark(cell, findings.length ? 'warning' : 'saved', text(findings.length ? 'Warning' : 'Saved'), [reply.understood, ...findings].filter(Boolean).join(' '));
    for (const place of cell.closest('tr').querySelectorAll('[data-output]')) if (place.dataset.output in reply) show(place, reply[place.dataset.output]);
    for (const place of document.querySelectorAll('[data-total]')) if (place.dataset.total in (reply.totals ?? {})) show(place, reply.totals[place.dataset.total]);
    tell([pasted, text('SavedAt', reply.savedAt), ...findings].filter(Boolean).join(' '));
  };
  const conflict = (cell, reply) => {
    const state = states.get(cell), theirs = reply.theirs ?? '', sentence = text('Conflict', reply.who, reply.at, theirs || '—', cell.value || '—');
    const choose = (key, act) => element('button', text(key), {type: 'button', className: 'btn btn-sm', onclick: () => {
      state.saved = theirs;
      version(cell, reply.theirsVersion);
      act();
      cell.focus();
    }});
    mark(cell, 'conflict', sentence, choose('Theirs', () => { cell.value = theirs; mark(cell, 'saved', text('Saved')); }), ' ', choose('Mine', () => queue(cell)));
    tell(sentence);
  };
  const renew = async () => { // after signing in anew the token is another; a page without one is the sign-in
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const token = page.querySelector('meta[name="_csrf"]')?.content;
    if (token) document.querySelectorAll('meta[name="_csrf"], input[name="_csrf"]').forEach(place => { place.content = place.value = token; });
    return !!token;
  };
  const retry = async () => {
    const expired = cells.filter(cell => is(cell, 'expired'));
    if (expired.length && !await renew().catch(() => false)) return tell();
    expired.forEach(cell => { states.get(cell).renewed = true; });
    cells.filter(cell => is(cell, 'failed', 'expired')).forEach(queue);
  };
  const leave = cell => {
    const state = states.get(cell);
    if (cell.type === 'text' && cell.value !== cell.value.normalize('NFKC').trim()) cell.value = cell.value.normalize('NFKC').trim();
    if (is(cell, 'invalid', 'conflict', 'expired') && cell.value === (state.sent ?? state.saved)) return;
    if (cell.value !== state.saved || state.busy) queue(cell);
    else if (is(cell, 'invalid')) mark(cell, '', '');
  };

  // ---- moving: rows are those with a cell (or data-row), columns those in which any row has one
  const open = cell => !cell.readOnly && !cell.disabled;
  const column = cell => Number(cell.dataset.col ?? cell.closest('td, th').cellIndex);
  const sheet = cell => {
    const grid = cell.closest('[data-grid]'), inside = cells.filter(other => grid.contains(other));
    const rows = [...grid.querySelectorAll('tr')].filter(row => row.matches('[data-row]') || row.querySelector('[data-cell]'));
    const columns = [...new Set(inside.map(column))].sort((a, b) => a - b);
    const at = (row, col) => inside.find(other => rows[row]?.contains(other) && column(other) === columns[col] && open(other));
    return {rows, columns, at, row: rows.indexOf(cell.closest('tr')), col: columns.indexOf(column(cell))};
  };
  const move = (cell, down, right) => {
    const {rows, columns, at, row, col} = sheet(cell);
    for (let r = row + down, c = col + right; r >= 0 && c >= 0 && r < rows.length && c < columns.length; r += down, c += right) {
      const next = at(r, c);
      if (next && next.offsetParent) { next.focus(); next.select(); return; }
    }
    leave(cell); // at the edge Enter still saves
  };
  document.addEventListener('keydown', async event => {
    const cell = event.target, key = event.key, held = event.ctrlKey || event.metaKey;
    if (!states.has(cell) || event.isComposing || event.keyCode === 229) return;
    pasted = '';
    const whole = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length, line = cell.type === 'text';
    const first = whole || cell.selectionEnd === 0, last = whole || cell.selectionStart === cell.value.length;
    const across = cell.closest('[data-grid]').dataset.enter === 'right';
    const step = held || event.altKey || event.shiftKey && key !== 'Enter' ? null
      : key === 'Enter' ? [1, 0].map(one => event.shiftKey ? -one : one)
      : key === 'ArrowDown' && (line || last) ? [1, 0] : key === 'ArrowUp' && (line || first) ? [-1, 0]
      : key === 'ArrowRight' && last ? [0, 1] : key === 'ArrowLeft' && first ? [0, -1] : null;
    const detail = held && key === 'Enter' && cell.closest('tr').querySelector('a[data-detail]');
    if (step || held && key === 'Enter' || event.altKey && key === 'Enter') event.preventDefault();
    if (step) move(cell, ...(across && key === 'Enter' ? step.reverse() : step));
    else if (detail) { leave(cell); await idle(); detail.click(); }
    else if (event.altKey && key === 'Enter' && !line) cell.setRangeText('\n', cell.selectionStart, cell.selectionEnd, 'end');
    else if (key === 'Escape' && states.get(cell).saved !== null) cell.value = states.get(cell).saved;
  });
  // ---- while it is being typed: what is more than a plain number is shown as it will be understood, before it is kept
  let reading;
  document.addEventListener('input', event => {
    const cell = event.target;
    clearTimeout(reading);
    if (!states.has(cell) || cell.type !== 'text') return;
    if (is(cell, 'noted')) mark(cell, '', '');
    if (/^-?\d*(\.\d*)?$/.test(cell.value)) return;
    reading = setTimeout(async () => {
      const typed = cell.value, answer = await fetch(cell.dataset.url + '?' + new URLSearchParams({value: typed}), {headers: {'Accept': 'application/json', 'X-Requested-With': 'fetch'}}).catch(() => null);
      if (!answer?.ok || cell.value !== typed || document.activeElement !== cell) return;
      const {understood, message} = await answer.json();
      if (understood || message) mark(cell, 'noted', text('Reading'), understood || message);
    }, 350);
  });
  document.addEventListener('focusout', event => { if (states.has(event.target)) leave(event.target); });

  // ---- pasting a block: blanks and locked cells keep their place
  const block = clip => [...clip.replace(/\r?\n$/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g)].reduce((rows, [, quoted, plain, end], i, all) => {
    if (i && !all[i - 1][3]) return rows; // the empty match after the last cell
    rows.at(-1).push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end.includes('\n')) rows.push([]);
    return rows;
  }, [[]]);
  document.addEventListener('paste', event => {
    const cell = event.target, clip = event.clipboardData?.getData('text/plain') ?? '';
    if (!states.has(cell) || !clip.includes('\t') && (cell.type !== 'text' || !clip.trim().includes('\n'))) return;
    event.preventDefault();
    const {at, row, col} = sheet(cell);
    let written = 0, skipped = 0;
    block(clip).forEach((values, r) => values.forEach((value, c) => {
      if (!value) return;
      const target = at(row + r, col + c);
      if (!target) { skipped++; return; }
      target.value = value;
      leave(target);
      written++;
    }));
    tell(pasted = text('Pasted', written, skipped));
  });

  // ---- leaving: nothing typed is lost unasked, and a form waits for what is on its way
  document.addEventListener('submit', async event => {
    if (!cells.some(isOpen) || event.target.method !== 'post') return;
    event.preventDefault();
    cells.filter(isOpen).forEach(leave);
    await idle();
    const left = cells.filter(isOpen);
    if (!left.length) return event.target.requestSubmit(event.submitter);
    left[0].focus();
    tell(text('Unsaved', left.length));
  });
  window.addEventListener('beforeunload', event => { if (cells.some(isOpen)) event.preventDefault(); });
  window.addEventListener('focus', retry);
  window.addEventListener('online', retry);
})();
