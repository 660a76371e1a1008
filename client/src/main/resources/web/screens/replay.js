// A match again: what was on the table at any moment, as everyone saw it or one seat, and what can be known of it.

import { app, changed, reasonText } from '../app.js';
import { drawingOf } from '../games/index.js';
import { go, link, look, playOrPause, setSpeed, SPEEDS, toldOf } from '../past.js';
import { closed } from '../news.js';
import { h } from '../view.js';
import { gameTitle, t } from '../text.js';
import { ending, moment, span, wayBack } from './history.js';
import { disc, named } from './seats.js';
import { copy } from './share.js';
import { checked } from './verdict.js';

const MOST_TOLD = 8;
const EMPTY = [];

export const replayTitle = show => show.film ? t('replay.title', { game: titleOf(show) }) : t('past.title');

const titleOf = show => gameTitle(show.film.head.match.game, show.film.head.title);

export function replayScreen(show) {
  if (show.problem || !show.film) {
    return h('section', { class: 'card past', key: 'waits' },
      h('h1', {}, replayTitle(show)),
      h('p', { role: 'status', class: show.problem ? 'problem' : 'quiet' }, t(show.problem || 'replay.loading')),
      h('div', { class: 'row' }, wayBack()));
  }
  const { film } = show;
  const { match } = film.head;
  return h('div', { class: 'past replay', key: `film${show.id}`, 'data-step': String(show.i + 1),
    'data-state': show.playing ? 'playing' : 'paused', mount: begin, unmount: end },
  h('div', { class: 'room-head', key: 'head' },
    h('div', { class: 'grow' },
      h('h1', { dir: 'auto' }, t('replay.title', { game: titleOf(show) })),
      h('p', { class: 'quiet' }, `${moment(match.started)} · ${span(match.ended - match.started)}`)),
    wayBack()),
  film.length === 0 ? h('div', { class: 'room-body', key: 'nothing' }, checked(show)) : h('div', { class: 'room-body',
    key: 'body' },
  h('div', { class: 'stage', key: 'stage' }, stage(show)),
  h('div', { class: 'side', key: 'side' }, players(show), happened(show)),
  h('div', { class: 'stack more', key: 'more' }, checked(show), share(show), keys())));
}

function stage(show) {
  const frame = show.film.frame(show.i);
  const doc = { ...frame.doc, seats: { ...show.film.head.match.players, ...frame.doc.seats } };
  return [
    h('p', { class: `turn-line ${doc.phase === 'over' ? 'mine' : ''}`, key: 'line', dir: 'auto' }, line(show, doc)),
    show.i >= (show.film.end.same ?? Infinity)
      && h('p', { class: 'card problem', role: 'status', key: 'differs' }, t('check.here')),
    doc.view !== undefined && h('div', { class: 'table', key: 'table' }, drawingOf(doc.game)(table(show, frame, doc))),
    controls(show),
  ];
}

function line(show, doc) {
  if (doc.phase === 'over' && doc.result) {
    return `${closed(ending({ result: doc.result, players: doc.seats }))} ${reasonText(doc.result.reason)}`;
  }
  return doc.turn?.length > 0 ? t('turn.of', { name: doc.turn.map(seat => doc.seats[seat]?.name).join(', ') })
    : t('phase.playing');
}

/** For a game's drawing, which cannot act here. */
function table(show, frame, doc) {
  const { film } = show;
  return {
    doc, changed, past: true, paused: !show.playing, mayAct: false, memo: show.memo, seat: undefined,
    playing: doc.phase === 'playing',
    act: async () => false,
    steer: () => {},
    view: doc.view,
    me: frame.mes[show.seat],
    rev: film.revs[show.i],
    game: { id: doc.game, title: film.head.title },
    name: seat => doc.seats[seat]?.name ?? t('room.seat', { seat: Number(seat) + 1 }),
    events: { match: doc.match, rev: film.revs[show.i], events: show.stepped ? frame.events : EMPTY },
  };
}

function controls(show) {
  const { film, i } = show;
  const time = span(film.matchAt[i]);
  const step = t('replay.step', { step: i + 1, steps: film.length });
  const now = toldOf(show).findLast(each => each.i === i)?.text ?? '';
  const button = (id, label, sign, to) => h('button', { id, key: id, 'aria-label': label, title: label,
'aria-disabled': String(to === i), onclick: () => go(show, to) }, h('span', { 'aria-hidden': 'true' }, sign));
  return h('section', { class: 'card controls', key: 'controls', 'aria-label': t('replay.controls') },
    h('input', { type: 'range', id: 'moment', min: '0', max: String(film.last), step: '1', value: String(i),
      'aria-label': t('replay.moment'), 'aria-valuetext': `${step}, ${time}. ${now}`,
      oninput: event => go(show, Number(event.target.value)) }),
    h('div', { class: 'row between' },
      h('span', { class: 'clock', id: 'time' }, `${time} / ${span(film.matchAt[film.last])}`),
      h('span', { class: 'quiet' }, step),
      h('label', { key: 'speed' }, h('span', { class: 'hidden' }, t('replay.speed')),
        h('select', { id: 'speed', class: 'small', onchange: event => setSpeed(show, Number(event.target.value)) },
          SPEEDS.map(each => h('option', { value: String(each), selected: each === show.speed, key: each },
            `${each}×`))))),
    h('div', { class: 'row buttons' },
      button('first', t('replay.first'), '«', 0),
      button('before', t('replay.before'), '‹', Math.max(0, i - 1)),
      h('button', { class: 'main', id: 'play', key: 'play', onclick: () => playOrPause(show) },
        t(show.playing ? 'replay.pause' : 'replay.play')),
      button('next', t('replay.next'), '›', Math.min(film.last, i + 1)),
      button('end', t('replay.end'), '»', film.last)));
}

function players(show) {
  const { match } = show.film.head;
  const doc = show.film.frame(show.i).doc;
  const seats = Object.entries(match.players);
  return h('section', { class: 'card', key: 'players', 'aria-labelledby': 'players-title' },
    h('h2', { id: 'players-title' }, t('room.seats')),
    h('ul', { class: 'seats' }, seats.map(([seat, player]) =>
      h('li', { key: seat, class: `seat ${doc.turn?.includes(Number(seat)) ? 'turn' : ''}` },
        disc(seat),
        h('span', { class: 'grow name' }, named(player)),
        doc.clock?.[seat] !== undefined && h('span', { class: 'clock', key: 'clock' }, span(doc.clock[seat]))))),
    show.film.hidden && h('div', { class: 'eyes', role: 'group', 'aria-label': t('replay.seenBy'), key: 'eyes' },
      h('span', { class: 'quiet' }, t('replay.seenBy')),
      eye(show, undefined, t('replay.everyone')),
      seats.map(([seat, player]) => eye(show, Number(seat), player.name))));
}

function eye(show, seat, name) {
  return h('button', { class: `small ${show.seat === seat ? 'chosen' : ''}`, key: `eye${seat}`, 'data-eye': String(seat),
    'aria-pressed': String(show.seat === seat), onclick: () => look(show, seat) }, h('bdi', {}, name));
}

/** The last things that happened up to now, each a way back to its moment. */
function happened(show) {
  const told = toldOf(show);
  const until = told.findLastIndex(each => each.i <= show.i) + 1;
  return told.length > 0 && h('section', { class: 'card', key: 'happened', 'aria-labelledby': 'happened-title' },
    h('h2', { id: 'happened-title' }, t('replay.happened')),
    h('ol', { class: 'told' }, told.slice(Math.max(0, until - MOST_TOLD), until).map(each =>
      h('li', { key: each.i }, h('button', { class: `plain ${each.i === show.i ? 'now' : ''}`,
        onclick: () => go(show, each.i) },
      h('span', { class: 'clock' }, span(each.at)), ' ', h('span', { dir: 'auto' }, each.text))))));
}

function share(show) {
  const address = link(show);
  return h('section', { class: 'card share', key: 'share', 'aria-labelledby': 'moment-title' },
    h('h2', { id: 'moment-title' }, t('replay.share')),
    h('label', {}, h('span', { class: 'hidden' }, t('replay.share')),
      h('input', { id: 'moment-link', readOnly: true, value: address, onfocus: event => event.target.select() })),
    h('div', { class: 'row' },
      h('button', { id: 'copy-moment', onclick: () => copy(address, 'moment-link') }, t('room.copy'))));
}

function keys() {
  return h('details', { class: 'card', key: 'keys' },
    h('summary', {}, t('replay.keys')), h('p', {}, t('replay.keysText')));
}

// ---------------------------------------------------------------- keys

const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
const FASTER = { '+': 1, '=': 1, '-': -1 };

function begin(node) {
  addEventListener('keydown', key, true);
  node.querySelector('#play')?.focus({ preventScroll: true });
}

function end() {
  removeEventListener('keydown', key, true);
}

/** In the capturing phase: the drawings of games have keys of their own, which mean nothing here. */
function key(event) {
  const show = app.past;
  const { target } = event;
  event.stopPropagation();
  if (event.altKey || event.ctrlKey || event.metaKey || target.closest('select, textarea, input:not([type="range"])')) {
    return;
  }
  const slides = target.closest('input');
  if (event.key in STEPS && !slides) {
    go(show, Math.min(show.film.last, Math.max(0, show.i + STEPS[event.key])));
  } else if (event.key === ' ' && !target.closest('button, summary, a')) {
    playOrPause(show);
  } else if (event.key in FASTER) {
    const at = SPEEDS.indexOf(show.speed) + FASTER[event.key];
    setSpeed(show, SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at))]);
  } else if (show.film.hidden && /^[0-9]$/.test(event.key)) {
    const seat = Number(event.key) - 1;
    if (seat < 0 || show.film.head.match.players[seat]) {
      look(show, seat < 0 ? undefined : seat);
    }
  } else {
    return;
  }
  event.preventDefault();
}
