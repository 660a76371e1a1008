// A game that this page does not know: what lies on the table as names and values, and its act as a form. Plain, and
// enough to play.

import { fields, initial } from '../form.js';
import { h } from '../view.js';
import { label, t } from '../text.js';

export function draw(table) {
  const { view, me, memo } = table;
  const schema = table.game.action;
  return h('div', { class: 'generic', key: 'generic' },
    h('section', { class: 'card', key: 'view' }, h('h2', {}, t('table.view')), value(view)),
    me !== undefined && h('section', { class: 'card', key: 'me' }, h('h2', {}, t('table.me')), value(me)),
    table.mayAct && schema && act(table, schema, memo));
}

function act(table, schema, memo) {
  const draft = memo.draft ?? initial(schema);
  return h('form', {
    class: 'card', key: 'act',
    onsubmit: event => {
      event.preventDefault();
      table.act(draft);
    },
  },
  h('h2', {}, t('table.act')),
  fields(schema, draft, next => {
    memo.draft = next;
    table.changed();
  }),
  h('button', { class: 'main', type: 'submit' }, t('table.send')));
}

/** Any JSON, as a person reads it. */
export function value(json) {
  if (Array.isArray(json)) {
    return list(json);
  }
  if (json !== null && typeof json === 'object') {
    return members(json);
  }
  if (typeof json === 'boolean') {
    return json ? t('common.yes') : t('common.no');
  }
  return h('span', { dir: 'auto' }, json === '' || json === undefined || json === null ? t('table.empty') : String(json));
}

function members(json) {
  const names = Object.keys(json);
  return names.length === 0 ? h('span', { class: 'quiet' }, t('table.empty'))
    : h('table', { class: 'values' }, h('tbody', {}, names.map(name =>
      h('tr', { key: name }, h('th', { scope: 'row', dir: 'auto' }, label(name)), h('td', {}, value(json[name]))))));
}

function list(json) {
  if (json.length === 0) {
    return h('span', { class: 'quiet' }, t('table.empty'));
  }
  const plain = json.every(each => each === null || typeof each !== 'object');
  return plain ? h('span', { dir: 'auto' }, json.join(', '))
    : h('ol', { class: 'values' }, json.map((each, i) => h('li', { key: i }, value(each))));
}
