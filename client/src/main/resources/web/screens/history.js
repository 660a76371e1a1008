// Matches that are over, newest first: everyone's, and of private rooms those in which this session was.

import { app } from '../app.js';
import { leavePast, more, openList, showMatch, showMatches } from '../past.js';
import { outcome } from '../news.js';
import { h } from '../view.js';
import { currentLanguage, gameTitle, t } from '../text.js';
import { disc } from './seats.js';

/** The way here, between rooms. */
export function pastCard() {
  return h('section', { class: 'card', key: 'past', 'aria-labelledby': 'past-title' },
    h('h2', { id: 'past-title' }, t('past.title')),
    h('p', { class: 'quiet' }, t('past.lead')),
    h('button', { id: 'past', onclick: showMatches }, t('past.show')));
}

export function historyScreen(list) {
  return h('div', { class: 'past', key: 'past-list' },
    h('div', { class: 'room-head' },
      h('h1', { class: 'grow' }, t('past.title')),
      games(list),
      wayBack()),
    list.problem && h('p', { class: 'card problem', role: 'alert', key: 'problem' }, t(list.problem)),
    h('ul', { class: 'matches', key: 'matches' }, list.matches.map(row)),
    !list.loading && !list.problem && list.matches.length === 0
      && h('p', { class: 'card quiet', key: 'none' }, t('past.none')),
    list.loading && h('p', { class: 'quiet', key: 'loading', role: 'status' }, t('past.loading')),
    !list.loading && list.next !== undefined
      && h('button', { class: 'wide', key: 'more', id: 'more', onclick: () => more(list) }, t('past.more')));
}

export function wayBack() {
  return h('button', { key: 'back', id: 'back', onclick: leavePast },
    app.wire?.doc ? t('past.toRoom', { code: app.wire.doc.code }) : t('past.toRooms'));
}

/** Only of one game; those that this server has are known once one has come in. */
function games(list) {
  const known = app.wire?.games ?? [];
  return known.length > 1 && h('label', { key: 'games' }, h('span', { class: 'hidden' }, t('create.game')),
    h('select', { id: 'of-game', class: 'small', onchange: event => openList(event.target.value) },
      h('option', { value: '', selected: list.game === '' }, t('past.allGames')),
      known.map(game => h('option', { value: game.id, selected: list.game === game.id, key: game.id },
        gameTitle(game.id, game.title)))));
}

function row(match) {
  const mine = Object.keys(match.players).find(seat => match.players[seat].id === app.wire?.player?.id);
  const tags = [mine !== undefined && t('past.mine'), match.membersOnly && t('past.membersOnly')].filter(Boolean);
  return h('li', { key: match.id, class: 'card match', 'data-match': match.id },
    h('div', { class: 'row' },
      h('strong', { class: 'grow', dir: 'auto' }, gameTitle(match.game)),
      tags.map(tag => h('span', { class: 'tag', key: tag }, tag))),
    h('p', { class: 'quiet' }, `${moment(match.started)} · ${span(match.ended - match.started)}`),
    h('ul', { class: 'row players' }, Object.entries(match.players).map(([seat, player]) =>
      h('li', { key: seat, class: `row tight ${match.result.ranks[seat] === 1 ? 'first' : ''}` },
        disc(seat), h('bdi', { class: 'player' }, player.name)))),
    h('div', { class: 'row' },
      h('span', { class: 'grow', dir: 'auto' }, ending(match, mine)),
      h('button', { class: 'main small', onclick: () => showMatch(match.id) }, t('past.watch'))));
}

/** How a match ended. */
export function ending(match, mine) {
  return match.result.reason === 'aborted' ? t('reason.aborted')
    : outcome({ result: match.result, seats: match.players }, mine === undefined ? undefined : Number(mine));
}

export const moment = millis => new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeStyle: 'short' })
  .format(millis);

/** Minutes and seconds. */
export function span(millis) {
  const seconds = Math.floor(millis / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
