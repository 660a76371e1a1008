// Connect Four: a board into whose columns one drops discs, by finger, mouse, arrows, or the keys 1 to 7.

import { h } from '../view.js';
import { t } from '../text.js';

const COLUMNS = 7;
const ROWS = 6;

/** The board that is shown and what it was drawn from: keys are pressed without first finding a column. */
let board = null;
let latest = null;

export function draw(table) {
  const { view } = table;
  latest = table;
  const won = new Set((view.line ?? []).map(([column, row]) => `${column}-${row}`));
  const columns = Array.from({ length: COLUMNS }, (_, i) => column(table, i, won));
  return h('div', {
    class: `four ${table.mayAct ? 'may-act' : ''} ${won.size > 0 ? 'won' : ''} next-${table.seat ?? 'none'}`,
    role: 'group', 'aria-label': t('four.board'), key: 'four',
    mount: begin,
    unmount: end,
  }, columns);
}

function column(table, i, won) {
  const discs = table.view.columns[i] ?? '';
  const free = discs.length < ROWS;
  return h('button', {
    class: 'four-column', key: `c${i}`, 'data-column': String(i), 'aria-disabled': String(!table.mayAct || !free),
    'aria-label': discs.length === 0 ? t('four.column', { column: i + 1, count: 0 })
      : t('four.columnTop', { column: i + 1, count: discs.length, name: table.name(discs.at(-1)) }),
    onclick: () => drop(table, i),
  }, Array.from({ length: ROWS }, (_, fromTop) => cell(table, i, ROWS - 1 - fromTop, discs, won)));
}

function cell(table, i, row, discs, won) {
  const seat = discs[row];
  const fresh = seat !== undefined && table.events.events.some(event =>
    event.type === 'dropped' && event.column === i && event.row === row);
  return h('span', { class: 'four-cell', key: `r${row}` },
    seat !== undefined && h('span', {
      key: `disc${table.doc.match}`,
      class: `four-disc seat-${seat} ${fresh ? 'falls' : ''} ${won.has(`${i}-${row}`) ? 'in-line' : ''}`,
      style: { '--fall': String(ROWS - row) },
    }));
}

function drop(table, i) {
  if (table.mayAct && !table.memo.waiting) {
    table.memo.waiting = true;
    table.act({ column: i }).then(() => {
      table.memo.waiting = false;
    });
  }
}

function begin(node) {
  board = node;
  document.addEventListener('keydown', key);
}

function end() {
  board = null;
  document.removeEventListener('keydown', key);
}

function key(event) {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, select, textarea, .log')) {
    return;
  }
  const buttons = [...board.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement);
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step) {
    buttons[at < 0 ? Math.floor(COLUMNS / 2) : (at + step + COLUMNS) % COLUMNS].focus();
    event.preventDefault();
  } else if (event.key === 'ArrowDown' && at >= 0) {
    drop(latest, at);
    event.preventDefault();
  } else if (/^[1-7]$/.test(event.key)) {
    buttons[event.key - 1].focus();
    drop(latest, event.key - 1);
  }
}

/** For those who listen. */
export function tell(event, { name, seat }) {
  return event.type === 'dropped' && event.seat !== seat
    ? `${t('four.dropped', { name: name(event.seat), column: event.column + 1 })}.` : null;
}
