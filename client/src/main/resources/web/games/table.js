// A game that this page does not know: what lies on the table as names and values, and its act as a form. Plain, and
// enough to play.

import { fields, initial } from '../form.js';
import { h } from '../view.js';
import { label, t } from '../text.js';

export function draw(table) {
  const { view, me, memo } = table;
  const schema = table.game.action;
  return h('div', { class: 'generic', key: 'generic' },
    happened(table),
    h('section', { class: 'card', key: 'view' }, h('h2', {}, t('table.view')), value(view)),
    me !== undefined && h('section', { class: 'card', key: 'me' }, h('h2', {}, t('table.me')), value(me)),
    table.mayAct && schema && act(table, schema, memo));
}

/** What was done last stands here, since nothing is seen to move. A match that is watched again has a list of it. */
function happened(table) {
  const { memo, events } = table;
  if (!table.past && events.events.length > 0) {
    memo.events = events.events;
  }
  const told = table.past ? [] : (memo.events ?? []).map(event => tell(event, table)).filter(Boolean);
  return told.length > 0 && h('p', { class: 'happened', key: 'happened', dir: 'auto' }, told.join(' '));
}

/** An event in the game's own words: `{type: "taken", seat: 0, sticks: 2}` is "Ana: taken (sticks 2)." */
export function tell({ type, seat, ...members }, { name }) {
  if (type === 'started' && members.seedHash) {
    return null; // the server's own
  }
  const details = inWords(members);
  const event = details ? t('event.with', { event: label(type), members: details }) : label(type);
  return Number.isInteger(seat) ? t('event.by', { name: name(seat), event: small(event) }) : t('event.plain', { event });
}

function inWords(json) {
  if (Array.isArray(json)) {
    return json.map(inWords).join(', ');
  }
  return json !== null && typeof json === 'object' ? Object.entries(json)
    .map(([member, each]) => t('event.member', { member: small(label(member)), value: inWords(each) })).join(', ')
    : plain(json);
}

const small = text => text.charAt(0).toLowerCase() + text.slice(1);

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
  return typeof json === 'boolean' ? plain(json) : h('span', { dir: 'auto' }, plain(json));
}

function plain(json) {
  if (typeof json === 'boolean') {
    return json ? t('common.yes') : t('common.no');
  }
  return json === '' || json === undefined || json === null ? t('table.empty') : String(json);
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
