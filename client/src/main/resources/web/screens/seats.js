// Who sits where, and what the host may do about it.

import { app, ask, changed } from '../app.js';
import { h } from '../view.js';
import { known, t } from '../text.js';

export function seats(doc, mine, game) {
  const host = doc.host === app.wire.player.id;
  const rows = Array.from({ length: doc.size }, (_, seat) => doc.seats[seat]
    ? taken(doc, seat, mine, host) : doc.phase !== 'playing' && free(doc, seat, mine, host, game));
  return h('section', { class: 'card', key: 'seats', 'aria-labelledby': 'seats-title' },
    h('h2', { id: 'seats-title' }, t('room.seats')),
    h('ul', { class: 'seats' }, rows));
}

function taken(doc, seat, mine, host) {
  const who = doc.seats[seat];
  const marks = [
    seat === mine && t('room.you'),
    who.id === doc.host && t('room.host'),
    !who.connected && t('room.away'),
    doc.phase !== 'playing' && !who.bot && t(who.ready ? 'room.ready' : 'room.notReady'),
  ].filter(Boolean);
  const turn = doc.phase === 'playing' && doc.turn?.includes(seat);
  return h('li', { key: `seat${seat}`, class: `seat ${turn ? 'turn' : ''} ${who.connected ? '' : 'away'}`,
    'data-seat': String(seat) },
  disc(seat),
  h('span', { class: 'grow name' },
    named(who),
    marks.length > 0 && h('span', { class: 'quiet facts' }, marks.join(' · '))),
  clock(doc, seat),
  host && doc.phase !== 'playing' && seat !== mine && (who.bot
    ? h('button', { class: 'small', key: 'remove', 'aria-label': t('room.removeBot', { name: who.name }),
      onclick: () => ask('bot', { seat, remove: true }) }, t('common.remove'))
    : h('button', { class: 'small', key: 'kick', 'aria-label': t('room.kick', { name: who.name }),
      onclick: () => ask('kick', { seat }) }, t('room.kickShort'))));
}

/** The colour and the mark of a seat: never the colour alone. */
export function disc(seat) {
  return h('span', { class: `disc seat-${seat}`, 'aria-hidden': 'true' }, String(Number(seat) + 1));
}

/** Whose seat it is: what a bot is called is said as it is, beside what it is. */
export function named(who) {
  return h('span', { class: 'row tight' }, h('bdi', { class: 'player' }, who.name),
    who.bot && h('span', { class: 'badge', key: 'bot' }, t('room.bot')));
}

function free(doc, seat, mine, host, game) {
  const bots = game.bots ?? [];
  return h('li', { key: `free${seat}`, class: 'seat free' },
    disc(seat),
    h('span', { class: 'grow quiet' }, t('room.free')),
    h('button', { class: 'small', key: 'sit', onclick: () => ask('sit', { seat }) }, t('room.sitHere')),
    host && bots.length > 0 && botToAdd(seat, bots));
}

function botToAdd(seat, bots) {
  const chosen = bots.includes(app.bot) ? app.bot : bots[0];
  return h('span', { class: 'row tight to-add', key: 'bot' },
    bots.length > 1 && h('select', {
      class: 'small', key: 'which', 'aria-label': t('room.whichBot', { seat: seat + 1 }),
      onchange: event => {
        app.bot = event.target.value;
        changed();
      },
    }, bots.map(bot => h('option', { value: bot, selected: bot === chosen, key: bot }, known(`bot.${bot}`, bot)))),
    h('button', { class: 'small add-bot', key: 'add', onclick: () => ask('bot', { seat, bot: chosen }) },
      t('room.addBot')));
}

function clock(doc, seat) {
  const left = doc.phase === 'playing' ? doc.clock?.[seat] : undefined;
  if (left === undefined) {
    return null;
  }
  const runs = doc.turn?.includes(seat) ? app.wire.matchMillis() - doc.time : 0;
  const seconds = Math.max(0, Math.ceil((left - runs) / 1000));
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return h('span', { class: `clock ${seconds < 15 ? 'low' : ''}`, key: 'clock', role: 'timer',
    'aria-label': t('turn.clock', { time: text }) }, text);
}

export function watchers() {
  const names = Object.entries(app.spectators);
  return names.length > 0 && h('section', { class: 'card', key: 'watchers' },
    h('h2', {}, t('room.watchers')),
    h('ul', { class: 'watchers' }, names.map(([id, who]) => h('li', { key: id }, h('bdi', {}, who.name)))));
}
