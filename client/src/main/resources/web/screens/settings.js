// What a room is played by: for the host a form, before a match and after it; for everyone else as facts.

import { app, ask, changed, notice, say } from '../app.js';
import { fields } from '../form.js';
import { value } from '../games/table.js';
import { h } from '../view.js';
import { t } from '../text.js';

/** As the protocol has them; what is left out is as the game usually has it. */
export const SETTINGS = {
  type: 'object',
  properties: {
    turnSeconds: { type: 'integer', minimum: 1, maximum: 86_400 },
    bankSeconds: { type: 'integer', minimum: 1, maximum: 86_400 },
    incrementSeconds: { type: 'integer', minimum: 0, maximum: 3_600 },
    onAbsent: { enum: ['forfeit', 'bot', 'wait'] },
    graceSeconds: { type: 'integer', minimum: 0, maximum: 86_400 },
  },
};

/** What the host has changed and not yet applied. Owner: the room of that code. */
let draft = { changes: {} };

export function settings(doc, game) {
  if (draft.code !== doc.code) {
    draft = { code: doc.code, changes: {} };
  }
  const host = doc.host === app.wire.player.id;
  return h('details', { class: 'card settings', key: 'settings' },
    h('summary', {}, t('settings.title')),
    host ? form(doc, game) : value({ ...doc.options, ...doc.settings }));
}

function set(members) {
  draft.changes = { ...draft.changes, ...members };
  changed();
}

function form(doc, game) {
  const { changes } = draft;
  const kind = app.wire.games.find(each => each.id === doc.game) ?? { minSeats: doc.size, maxSeats: doc.size };
  const seats = Array.from({ length: kind.maxSeats - kind.minSeats + 1 }, (_, i) => kind.minSeats + i);
  return h('form', { class: 'stack', key: 'form', onsubmit: event => {
    event.preventDefault();
    apply();
  } },
  h('div', { class: 'fields', key: 'who' },
    seats.length > 1 && h('label', { class: 'field', key: 'seats' }, h('span', {}, t('create.seats')),
      h('select', { onchange: event => set({ seats: Number(event.target.value) }) },
        seats.map(each => h('option', { value: String(each), selected: each === (changes.seats ?? doc.size) }, each)))),
    h('label', { class: 'check', key: 'private' },
      h('input', { type: 'checkbox', checked: (changes.visibility ?? doc.visibility) === 'private',
        onchange: event => set({ visibility: event.target.checked ? 'private' : 'public' }) }),
      h('span', {}, t('create.private'))),
    h('label', { class: 'field', key: 'password' },
      h('span', {}, t(doc.locked ? 'settings.otherPassword' : 'create.password')),
      h('input', { type: 'text', maxlength: '64', autocomplete: 'off', value: changes.password ?? '',
        oninput: event => set({ password: event.target.value }) }))),
  Object.keys(game.options?.properties ?? {}).length > 0
    && fields(game.options, changes.options ?? doc.options, options => set({ options })),
  fields(SETTINGS, { ...doc.settings, ...changes.settings }, next => set({ settings: changesOf(doc.settings, next) })),
  h('div', { class: 'row', key: 'do' },
    h('button', { class: 'main', type: 'submit', id: 'apply', disabled: Object.keys(changes).length === 0 },
      t('settings.apply')),
    doc.locked && h('button', { type: 'button', key: 'unlock', onclick: () => ask('configure', { password: '' }) },
      t('settings.noPassword'))),
  h('p', { class: 'quiet' }, t('settings.hint')));
}

function changesOf(was, is) {
  return Object.fromEntries(Object.entries(is).filter(([name, each]) => was[name] !== each));
}

async function apply() {
  if (await ask('configure', draft.changes)) {
    draft.changes = {};
    notice(t('settings.applied'));
    say(t('settings.applied'));
  }
}
