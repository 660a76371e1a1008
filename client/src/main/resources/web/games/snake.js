// Snake: an arena that moves smoothly between the server's steps, steered by keys, swipes, or four buttons.

import { h } from '../view.js';
import { t } from '../text.js';
import { disc } from '../screens/seats.js';
import { Arena } from './arena.js';

const KEYS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', w: 'up', s: 'down', a: 'left',
  d: 'right' };
const TURNS = { up: 'snake.up', left: 'snake.left.turn', down: 'snake.down', right: 'snake.right' };
const ARROWS = { up: '↑', left: '←', down: '↓', right: '→' };
/** A finger that moved less only touched. */
const SWIPE_PIXELS = 24;

let arena = null;
let latest = null;
let finger = null;

export function draw(table) {
  const { view } = table;
  latest = table;
  arena?.show(view, table.playing && !table.paused);
  const alive = Object.values(view.snakes).filter(snake => snake.alive).length;
  return h('div', { class: 'snake', key: 'snake' },
    h('div', { class: 'snake-head', key: 'head' },
      h('ul', { class: 'legend' }, Object.entries(view.snakes).map(([seat, snake]) => legend(table, seat, snake))),
      h('span', { class: 'clock', role: 'timer' }, t('snake.left', { seconds: view.secondsLeft }))),
    h('canvas', {
      class: 'arena', key: 'arena', role: 'img', 'aria-label': t('snake.arena', { count: alive }),
      style: { 'aspect-ratio': `${view.size.width} / ${view.size.height}` },
      mount: begin, unmount: end, onpointerdown: down, onpointermove: move, onpointerup: up, onpointercancel: up,
    }),
    table.seat !== undefined && table.playing && h('div', { class: 'pad', key: 'pad', role: 'group',
      'aria-label': t('snake.steer') }, Object.keys(TURNS).map(turn =>
      h('button', { key: turn, class: `pad-${turn}`, 'aria-label': t(TURNS[turn]), onclick: () => steer(turn) },
        ARROWS[turn]))));
}

function legend(table, seat, snake) {
  return h('li', { key: seat, class: snake.alive ? '' : 'out' }, disc(seat),
    h('bdi', { class: 'player' }, table.name(seat)),
    h('span', { class: 'quiet' }, snake.alive ? t('snake.length', { length: snake.body.length + 1 })
      : t(`snake.${snake.fate}`)));
}

function begin(canvas) {
  arena = new Arena(canvas);
  arena.show(latest.view, latest.playing && !latest.paused);
  document.addEventListener('keydown', key);
}

function end() {
  arena.stop();
  arena = null;
  document.removeEventListener('keydown', key);
}

/** A turn that came to nothing shows by itself: nothing is said about it. */
function steer(turn) {
  if (latest.mayAct) {
    latest.steer({ turn });
  }
}

function key(event) {
  const turn = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (turn && !event.altKey && !event.ctrlKey && !event.metaKey
    && !event.target.closest('input, select, textarea, .log')) {
    event.preventDefault();
    if (!event.repeat) {
      steer(turn);
    }
  }
}

function down(event) {
  finger = { id: event.pointerId, x: event.clientX, y: event.clientY };
  event.target.setPointerCapture(event.pointerId);
}

/** Each stretch of a swipe is a turn, so one may draw a corner without lifting the finger. */
function move(event) {
  if (finger?.id !== event.pointerId) {
    return;
  }
  const x = event.clientX - finger.x;
  const y = event.clientY - finger.y;
  if (Math.max(Math.abs(x), Math.abs(y)) >= SWIPE_PIXELS) {
    steer(Math.abs(x) > Math.abs(y) ? (x > 0 ? 'right' : 'left') : (y > 0 ? 'down' : 'up'));
    finger = { id: event.pointerId, x: event.clientX, y: event.clientY };
  }
}

function up() {
  finger = null;
}

/** For those who listen. */
export function tell(event, { name }) {
  return event.type === 'died' ? t('snake.died', { name: name(event.seat), fate: t(`snake.${event.fate}`) }) : null;
}
