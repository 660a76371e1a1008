// Dudo: everyone's dice under cups, the standing bid in the middle, one's own cup to lift, and a bid to make.

import { h } from '../view.js';
import { t } from '../text.js';
import { disc } from '../screens/seats.js';
import { raises } from './raises.js';

const FACES = ['', 'dudo.one', 'dudo.two', 'dudo.three', 'dudo.four', 'dudo.five', 'dudo.six'];

/** "1 six", "2 sixes". */
const faces = (count, face) => t(count === 1 ? `${FACES[face]}.single` : FACES[face]);

export function draw(table) {
  const { view } = table;
  return h('div', { class: 'dudo', key: 'dudo' },
    h('p', { class: 'quiet', key: 'round' }, t('dudo.round', { round: view.round }),
      view.special && h('strong', { class: 'tag', key: 'special' }, t('dudo.special'))),
    h('ul', { class: 'cups', key: 'cups' }, Object.keys(view.dice).map(seat => cup(table, seat))),
    bid(table),
    view.verdict && verdict(table),
    table.me?.dice?.length > 0 && own(table),
    table.mayAct && picker(table));
}

/** A die as it lies there; its number is told to those who cannot see it. */
export function die(face, props = {}) {
  return h('span', { class: `die face-${face}`, role: 'img', 'aria-label': String(face), ...props },
    Array.from({ length: face }, (_, i) => h('span', { class: 'pip', key: i })));
}

function count(number) {
  return number === 0 ? t('dudo.out') : number === 1 ? t('dudo.die') : t('dudo.dice', { count: number });
}

function cup(table, seat) {
  const { view, doc } = table;
  const shown = view.reveal?.[seat];
  const counted = view.verdict?.bid.face;
  const turn = table.playing && doc.turn?.includes(Number(seat));
  return h('li', { key: seat, class: `cup-of ${turn ? 'turn' : ''} ${view.dice[seat] === 0 ? 'out' : ''}` },
    h('span', { class: 'row tight' }, disc(seat), h('bdi', { class: 'player' }, table.name(seat))),
    h('span', { class: 'quiet' }, count(view.dice[seat])),
    shown ? h('span', { class: 'dice', key: 'shown' }, shown.map((face, i) => die(face, { key: i,
      class: `die small face-${face} ${face === counted || (face === 1 && !view.special) ? 'counts' : ''}` })))
      : view.dice[seat] > 0 && h('span', { class: 'cup', key: 'cup', 'aria-hidden': 'true' }));
}

function bid(table) {
  const standing = table.view.bid;
  return h('div', { class: 'standing', key: 'standing', role: 'group', 'aria-label': t('dudo.bid') },
    standing ? [
      h('span', { class: 'times', key: 'times' }, `${standing.count} ×`),
      die(standing.face, { key: `face${standing.face}` }),
      h('bdi', { class: 'player', key: 'by' }, table.name(standing.seat)),
    ] : h('span', { class: 'quiet', key: 'none' }, t('dudo.noBid')));
}

function verdict(table) {
  const { seat, call, bid: called, found, lost, won } = table.view.verdict;
  const sentence = t('dudo.verdict', { name: table.name(seat), call, count: called.count,
    face: faces(called.count, called.face), found });
  const after = lost !== undefined ? t('dudo.lost', { name: table.name(lost) })
    : won !== undefined ? t('dudo.won', { name: table.name(won) }) : t('dudo.nothing');
  return h('p', { class: 'verdict', key: 'verdict', dir: 'auto' }, sentence, ' ', h('strong', {}, after));
}

/** One's own dice: under the cup, so that nobody beside one sees them, until one lifts it. */
function own(table) {
  const { dice } = table.me;
  if (table.past) {
    return h('section', { class: 'own past', key: 'own', 'aria-label': t('dudo.cup') },
      h('span', { class: 'dice' }, dice.map((face, i) => die(face, { key: `${table.view.round}-${i}` }))));
  }
  const lifted = table.memo.lifted === table.view.round;
  return h('section', { class: `own ${lifted ? 'lifted' : ''}`, key: 'own', 'aria-label': t('dudo.cup') },
    h('button', {
      class: 'own-cup', id: 'cup', 'aria-pressed': String(lifted),
      onclick: () => {
        table.memo.lifted = lifted ? undefined : table.view.round;
        table.changed();
      },
    },
    h('span', { class: 'dice', 'aria-hidden': 'true', key: 'dice' },
      lifted ? dice.map((face, i) => die(face, { key: `${table.view.round}-${i}` }))
        : dice.map((_, i) => h('span', { class: 'die hidden-die', key: `hidden${i}` }))),
    h('span', { class: 'own-cover', 'aria-hidden': 'true', key: 'cover' }),
    h('span', { class: 'own-text', key: 'text' }, lifted ? t('dudo.cover') : t('dudo.lift'))),
    h('p', { class: 'hidden', role: 'status', key: 'told' },
      lifted ? t('dudo.yourDice', { dice: dice.join(', ') }) : t('dudo.covered')));
}

function picker(table) {
  const { view, memo } = table;
  const possible = raises(view, view.dice[table.seat]);
  const chosen = possible.find(each => each.face === memo.face) ?? possible.find(each => each.face === view.bid?.face)
    ?? possible.at(-1);
  const number = chosen && Math.min(chosen.most, Math.max(chosen.least, memo.count ?? chosen.least));
  const set = members => {
    Object.assign(memo, members);
    table.changed();
  };
  const call = kind => table.act({ call: kind }, table.rev);
  return h('section', { class: 'picker', key: 'picker', 'aria-label': t('table.act') },
    chosen && h('div', { class: 'row', key: 'count' },
      h('span', {}, t('dudo.count')),
      h('button', { class: 'round', 'aria-label': t('dudo.fewer'), disabled: number <= chosen.least,
        onclick: () => set({ count: number - 1 }) }, '−'),
      h('output', { class: 'count' }, number),
      h('button', { class: 'round', 'aria-label': t('dudo.more'), disabled: number >= chosen.most,
        onclick: () => set({ count: number + 1 }) }, '+')),
    chosen && h('div', { class: 'faces', role: 'radiogroup', 'aria-label': t('dudo.face'), key: 'faces' },
      possible.map(each => h('button', { key: each.face, role: 'radio', 'aria-checked': String(each === chosen),
        'aria-label': t(FACES[each.face]), class: each === chosen ? 'chosen' : '',
        onclick: () => set({ face: each.face, count: Math.max(each.least, Math.min(number, each.least)) }) },
      die(each.face)))),
    h('div', { class: 'row', key: 'do' },
      chosen && h('button', { class: 'main', id: 'bid', key: 'bid', onclick: async () => {
        if (await table.act({ bid: { count: number, face: chosen.face } }, table.rev)) {
          set({ face: undefined, count: undefined });
        }
      } }, t('dudo.doBid', { count: number, face: faces(number, chosen.face) })),
      view.bid && h('button', { id: 'call-dudo', key: 'dudo', onclick: () => call('dudo') }, t('dudo.callDudo')),
      view.bid && h('button', { id: 'call-calzo', key: 'calzo', onclick: () => call('calzo') }, t('dudo.callCalzo'))));
}

/** For those who listen. */
export function tell(event, { name, doc }) {
  switch (event.type) {
    case 'bidMade': return `${name(event.seat)}: ${event.count} ${faces(event.count, event.face)}.`;
    case 'called': return t('dudo.called', { name: name(event.seat), call: event.call, found: event.found });
    case 'dieLost': return t('dudo.lost', { name: name(event.seat) });
    case 'dieWon': return t('dudo.won', { name: name(event.seat) });
    case 'roundBegan': return event.special ? t('dudo.special') : null;
    default: return null;
  }
}
