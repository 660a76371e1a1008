// What people say to each other. Text is shown as text, and its direction ends where it ends.

import { app, ask } from '../app.js';
import { h } from '../view.js';
import { t } from '../text.js';
import { disc } from './seats.js';

export function chat() {
  return h('section', { class: 'card chat', key: 'chat', 'aria-labelledby': 'chat-title' },
    h('h2', { id: 'chat-title' }, t('chat.title')),
    h('div', { class: 'log', role: 'log', tabindex: '0', 'aria-labelledby': 'chat-title' },
      app.chat.length === 0 && h('p', { class: 'quiet', key: 'empty' }, t('chat.empty')),
      app.chat.map(line => h('p', { key: `n${line.n}`, mount: intoView },
        line.from.seat !== undefined && disc(line.from.seat),
        h('bdi', { class: 'from' }, line.from.name), ' ',
        h('bdi', { class: 'said' }, line.text)))),
    h('form', {
      class: 'row',
      onsubmit: async event => {
        event.preventDefault();
        const { text } = event.target.elements;
        const said = text.value.trim();
        if (said && await ask('chat', { text: said })) {
          text.value = '';
        }
      },
    },
    h('label', { class: 'grow' },
      h('span', { class: 'hidden' }, t('chat.label')),
      h('input', { name: 'text', maxlength: '300', autocomplete: 'off', dir: 'auto', placeholder: t('chat.label') })),
    h('button', { type: 'submit' }, t('chat.send'))));
}

/** Inside the log alone: the page itself does not move. */
function intoView(node) {
  queueMicrotask(() => {
    node.parentElement.scrollTop = node.parentElement.scrollHeight;
  });
}
