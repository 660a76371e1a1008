// The first thing one sees: who are you?

import { app, comeIn } from '../app.js';
import { h } from '../view.js';
import { t } from '../text.js';
import { showMatches } from '../past.js';

export function nameScreen() {
  return h('section', { class: 'card welcome', key: 'name' },
    h('h1', {}, t('app.title')),
    h('p', { class: 'lead' }, t('app.tagline')),
    app.invited && h('p', { class: 'invited', key: 'invited' }, t('name.toRoom', { code: app.invited })),
    h('form', {
      onsubmit: event => {
        event.preventDefault();
        comeIn(event.target.elements.name.value);
      },
    },
    h('label', { for: 'name' }, t('name.label')),
    h('div', { class: 'row' },
      h('input', {
        id: 'name', name: 'name', required: true, maxlength: '24', autocomplete: 'nickname', dir: 'auto',
        value: app.name, 'aria-describedby': 'name-hint', mount: node => node.focus(),
      }),
      h('button', { class: 'main', type: 'submit' }, t('name.go'))),
    h('p', { class: 'quiet', id: 'name-hint' }, t('name.hint')),
    app.problem && h('p', { class: 'problem', role: 'alert', key: 'problem' }, app.problem)),
  h('button', { class: 'plain', key: 'past', id: 'past', onclick: showMatches }, t('past.title')));
}
