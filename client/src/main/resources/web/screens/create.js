// A new room: the game, who may come, and the game's own options from its schema.

import { app, ask, changed, describe, show } from '../app.js';
import { fields } from '../form.js';
import { h } from '../view.js';
import { gameTitle, t } from '../text.js';
import { SETTINGS } from './settings.js';

let draft = {};

function pick(game) {
  draft = { ...draft, game: game.id, seats: game.maxSeats > 4 ? Math.min(4, game.maxSeats) : game.maxSeats, bots: 0,
    options: {} };
  describe(game.id);
}

export function createScreen() {
  const games = app.wire.games;
  if (!games.some(game => game.id === draft.game) && games.length > 0) {
    pick(games[0]);
  }
  const game = games.find(each => each.id === draft.game);
  return h('form', { class: 'card create', key: 'create', onsubmit: open },
    h('div', { class: 'row' },
      h('h1', { class: 'grow' }, t('create.title')),
      h('button', { type: 'button', class: 'plain', onclick: () => show('home') }, t('common.back'))),
    h('fieldset', { class: 'choices' }, h('legend', {}, t('create.game')), games.map(each =>
      h('label', { class: 'choice', key: each.id },
        h('input', { type: 'radio', name: 'game', checked: each.id === draft.game, onchange: () => {
          pick(each);
          changed();
        } }),
        h('span', { dir: 'auto' }, gameTitle(each.id, each.title))))),
    game && details(game),
    h('button', { class: 'main wide', type: 'submit', disabled: !game }, t('create.go')));
}

function set(members) {
  draft = { ...draft, ...members };
  changed();
}

function details(game) {
  const seats = Array.from({ length: game.maxSeats - game.minSeats + 1 }, (_, i) => game.minSeats + i);
  const mostBots = draft.seats - (draft.spectate ? 0 : 1);
  const bots = Array.from({ length: mostBots + 1 }, (_, i) => i);
  const described = describe(game.id);
  return [
    h('div', { class: 'fields', key: 'places' },
      seats.length > 1 && numbers('create.seats', seats, draft.seats, value => set({ seats: value,
        bots: Math.min(draft.bots, value - 1) })),
      described.bots?.length > 0 && numbers('create.bots', bots, draft.bots, value => set({ bots: value }))),
    h('div', { class: 'fields', key: 'who' },
      check('create.private', draft.private, value => set({ private: value })),
      check('create.spectate', draft.spectate, value => set({ spectate: value, bots: 0 })),
      h('label', { class: 'field' }, h('span', {}, t('create.password')),
        h('input', { type: 'text', maxlength: '64', autocomplete: 'off', value: draft.password ?? '',
          oninput: event => set({ password: event.target.value }) }))),
    Object.keys(described.options?.properties ?? {}).length > 0
      && h('details', { key: `options-${game.id}` }, h('summary', {}, t('create.options')),
        fields(described.options, draft.options, options => set({ options }))),
    h('details', { key: 'settings' }, h('summary', {}, t('create.settings')),
      fields(SETTINGS, draft.settings ?? {}, settings => set({ settings }))),
  ];
}

function numbers(text, values, now, change) {
  return h('label', { class: 'field', key: text }, h('span', {}, t(text)),
    h('select', { onchange: event => change(Number(event.target.value)) },
      values.map(each => h('option', { value: String(each), selected: each === now }, each))));
}

function check(text, now, change) {
  return h('label', { class: 'check', key: text },
    h('input', { type: 'checkbox', checked: now ?? false, onchange: event => change(event.target.checked) }),
    h('span', {}, t(text)));
}

async function open(event) {
  event.preventDefault();
  const { game, seats, bots, options, settings } = draft;
  const given = { game, seats };
  if (bots > 0) {
    given.bots = bots;
  }
  if (Object.keys(options ?? {}).length > 0) {
    given.options = options;
  }
  if (Object.keys(settings ?? {}).length > 0) {
    given.settings = settings;
  }
  if (draft.private) {
    given.visibility = 'private';
  }
  if (draft.password) {
    given.password = draft.password;
  }
  if (draft.spectate) {
    given.spectate = true;
  }
  if (await ask('create', given)) {
    draft = {};
  }
}
