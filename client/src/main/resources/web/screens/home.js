// Between rooms: what is open, what can be played, and the way in by a code.

import { app, ask, changed, join, show } from '../app.js';
import { h } from '../view.js';
import { gameTitle, t } from '../text.js';
import { pastCard } from './history.js';

export function homeScreen() {
  return h('div', { class: 'home', key: 'home' },
    h('h1', { class: 'hello' }, t('home.hello', { name: app.name })),
    app.password && passwordForm(),
    h('div', { class: 'columns' },
      h('section', { class: 'card', 'aria-labelledby': 'rooms-title' },
        h('div', { class: 'row' },
          h('h2', { id: 'rooms-title', class: 'grow' }, t('home.rooms')),
          h('button', { class: 'main', onclick: () => show('create') }, t('home.create'))),
        rooms()),
      h('div', { class: 'stack' },
        codeForm(),
        h('section', { class: 'card', 'aria-labelledby': 'games-title' },
          h('h2', { id: 'games-title' }, t('home.games')),
          h('ul', { class: 'plain-list' }, app.wire.games.map(gameRow))),
        pastCard())));
}

function rooms() {
  if (app.rooms?.length === 0) {
    return h('p', { class: 'quiet', key: 'none' }, t('home.none'));
  }
  return h('ul', { class: 'rooms', key: 'rooms' }, (app.rooms ?? []).map(room =>
    h('li', { key: room.code },
      h('span', { class: 'code' }, room.code),
      h('span', { class: 'grow' },
        h('strong', {}, gameTitle(room.game, titleOf(room.game))),
        h('span', { class: 'quiet facts' }, [
          t(`phase.${room.phase}`),
          t('home.taken', { taken: room.taken, seats: room.seats }),
          room.spectators > 0 && t('home.watching', { count: room.spectators }),
          room.locked && t('home.locked'),
        ].filter(Boolean).join(' · '))),
      h('span', { class: 'row tight' },
        h('button', { class: 'small', key: 'watch', onclick: () => join(room.code, { spectate: true }) }, t('home.watch')),
        room.phase !== 'playing' && room.taken < room.seats
          && h('button', { class: 'main small', key: 'join', onclick: () => join(room.code) }, t('home.join'))))));
}

const titleOf = id => app.wire.games.find(game => game.id === id)?.title;

function gameRow(game) {
  return h('li', { class: 'row', key: game.id },
    h('span', { class: 'grow' },
      h('strong', { dir: 'auto' }, gameTitle(game.id, game.title)),
      h('span', { class: 'quiet facts' }, game.minSeats === game.maxSeats
        ? t('home.playersExactly', { min: game.minSeats })
        : t('home.players', { min: game.minSeats, max: game.maxSeats }))),
    h('button', { onclick: () => ask('quick', { game: game.id }) }, t('home.quick')));
}

function codeForm() {
  return h('section', { class: 'card', 'aria-labelledby': 'code-title' },
    h('h2', { id: 'code-title' }, t('home.codeTitle')),
    h('form', {
      class: 'row',
      onsubmit: event => {
        event.preventDefault();
        const { code } = event.target.elements;
        if (code.value.trim()) {
          join(code.value);
        }
      },
    },
    h('label', { class: 'grow' },
      h('span', { class: 'hidden' }, t('home.code')),
      h('input', { name: 'code', class: 'code', placeholder: 'KX3F', maxlength: '16', autocomplete: 'off',
        autocapitalize: 'characters', spellcheck: 'false', required: true })),
    h('button', { type: 'submit' }, t('home.codeGo'))));
}

function passwordForm() {
  const { code, more, again } = app.password;
  return h('form', {
    class: 'card password', key: `password${code}`,
    onsubmit: event => {
      event.preventDefault();
      join(code, { ...more, password: event.target.elements.password.value });
    },
  },
  h('label', { for: 'password' }, t('password.title', { code: code.toUpperCase() })),
  h('div', { class: 'row' },
    h('input', { id: 'password', name: 'password', type: 'password', required: true, maxlength: '64',
      'aria-label': t('password.label'), 'aria-invalid': again ? 'true' : undefined, autocomplete: 'off',
      mount: node => node.focus() }),
    h('button', { class: 'main', type: 'submit' }, t('home.join')),
    h('button', { type: 'button', onclick: () => {
      app.password = null;
      changed();
    } }, t('common.cancel'))));
}
