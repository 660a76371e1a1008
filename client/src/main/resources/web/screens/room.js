// In a room: the match in the middle, the people and what may be done around it.

import { app, ask, describe, reasonText, table } from '../app.js';
import { drawingOf } from '../games/index.js';
import { outcome } from '../news.js';
import { h } from '../view.js';
import { gameTitle, known, t } from '../text.js';
import { seats, watchers } from './seats.js';
import { chat } from './chat.js';
import { showMatch } from '../past.js';
import { settings } from './settings.js';
import { share } from './share.js';
import { sure } from './sure.js';

export function roomScreen() {
  const { doc } = app.wire;
  const seat = app.wire.seat();
  const game = describe(doc.game);
  const lobby = doc.phase !== 'playing';
  return h('div', { class: `room ${doc.phase}`, key: `room${doc.code}` },
    h('div', { class: 'room-head', key: 'head' },
      h('h1', { class: 'grow' },
        h('span', { dir: 'auto' }, gameTitle(doc.game, game.title)), ' ',
        h('span', { class: 'code', title: t('room.title', { code: doc.code }) }, doc.code),
        doc.visibility === 'private' && h('span', { class: 'tag', key: 'private' }, t('room.private'))),
      seat !== undefined && !lobby && sure('resign', t('room.resign'), t('room.resignSure'), () => ask('resign')),
      lobby || seat === undefined
        ? h('button', { key: 'leave', id: 'leave', onclick: () => ask('leave') }, t('room.leave'))
        : sure('leave', t('room.leave'), t('room.leaveSure'), () => ask('leave'))),
    h('div', { class: 'room-body', key: 'body' },
      h('div', { class: 'stage', key: 'stage' },
        doc.phase === 'over' && over(doc, seat),
        doc.phase === 'playing' && seat === undefined && h('p', { class: 'quiet', key: 'watch' }, t('room.youWatch')),
        doc.phase === 'playing' && turnLine(doc, seat),
        doc.view !== undefined && h('div', { class: 'table', key: `table${doc.match}` }, drawingOf(doc.game)(table())),
        lobby && gathering(doc, seat),
        lobby && seats(doc, seat, game),
        lobby && settings(doc, game),
        lobby && share(doc)),
      h('div', { class: 'side', key: 'side' },
        !lobby && seats(doc, seat, game),
        watchers(),
        chat(),
        help(doc, game))));
}

function turnLine(doc, seat) {
  if (!doc.turn) {
    return null;
  }
  const mine = seat !== undefined && doc.turn.includes(seat);
  return h('p', { class: `turn-line ${mine ? 'mine' : ''}`, key: 'turn' },
    mine ? t('turn.yours') : t('turn.of', { name: doc.turn.map(each => doc.seats[each]?.name).join(', ') }));
}

function over(doc, seat) {
  const ranks = Object.entries(doc.result.ranks).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  return h('section', { class: 'card outcome', key: 'over' },
    h('h2', { dir: 'auto' }, outcome(doc, seat)),
    h('p', { class: 'quiet' }, reasonText(doc.result.reason)),
    h('button', { class: 'again', id: 'again', onclick: () => showMatch(doc.match) }, t('past.again')),
    ranks.length > 2 && h('ol', { class: 'ranks', 'aria-label': t('over.standings') }, ranks.map(([each, rank]) =>
      h('li', { key: each }, t('over.place', { rank, name: '' }), h('bdi', {}, doc.seats[each]?.name
        ?? t('room.seat', { seat: Number(each) + 1 }))))));
}

/** Before a match: ready, start, stand up. */
function gathering(doc, seat) {
  const seated = Object.values(doc.seats);
  const mine = seat === undefined ? null : doc.seats[seat];
  const least = app.wire.games.find(each => each.id === doc.game)?.minSeats ?? 1;
  const again = doc.phase === 'over';
  return h('section', { class: 'card gathering', key: 'gathering' },
    h('p', { class: 'quiet' }, mine?.ready && seated.length >= least ? t('room.rematchAsked')
      : seated.length < least ? t('room.needs', { min: least }) : t('room.waiting')),
    h('div', { class: 'row' },
      mine && !mine.ready && h('button', { class: 'main', key: 'ready', id: 'ready',
        onclick: () => ask(again ? 'rematch' : 'ready') }, again ? t('room.rematch') : t('room.getReady')),
      mine?.ready && h('button', { key: 'unready', onclick: () => ask('ready', { ready: false }) }, t('room.notYet')),
      doc.host === app.wire.player.id && seated.length >= least
        && h('button', { key: 'start', id: 'start', onclick: () => ask('start') }, t('room.start')),
      mine && h('button', { key: 'stand', class: 'plain', onclick: () => ask('sit') }, t('room.stand'))),
    !mine && h('p', { key: 'watching' }, t('room.youWatch')));
}

function help(doc, game) {
  const text = known(`help.${doc.game}`, game.help);
  return text && h('details', { class: 'card', key: 'help' },
    h('summary', {}, t('room.help')), h('p', { dir: 'auto' }, text));
}
