// Forms from JSON Schemas, as the server writes them for records: so a game that this page has never seen can be
// opened and played. A value is never changed in place; `change` is given the new one.

import { h } from './view.js';
import { known, label, t } from './text.js';

function resolved(schema, root) {
  if (schema.$ref) {
    return resolved(root.$defs?.[schema.$ref.split('/').pop()] ?? {}, root);
  }
  const real = schema.anyOf?.find(each => each.type !== 'null');
  return real ? resolved(real, root) : schema;
}

const typeOf = schema => [schema.type].flat().find(each => each !== 'null');
const isVariants = schema => typeOf(schema) === 'object' && schema.maxProperties === 1;
const choices = schema => (schema.enum ?? []).filter(each => each !== null);

/** What a form begins with: what must be there, and nothing that has a default of its own. */
export function initial(schema, root = schema) {
  const own = resolved(schema, root);
  if (isVariants(own)) {
    const [name, variant] = Object.entries(own.properties)[0];
    return { [name]: initial(variant, root) };
  }
  if (own.oneOf) {
    return initial(own.oneOf[0], root);
  }
  if (own.const !== undefined) {
    return own.const;
  }
  if (own.enum) {
    return choices(own)[0];
  }
  switch (typeOf(own)) {
    case 'object': {
      const members = (own.required ?? []).filter(name => own.properties?.[name])
        .map(name => [name, initial(own.properties[name], root)]);
      return Object.fromEntries(members);
    }
    case 'array': return [];
    case 'integer':
    case 'number': return own.default ?? Math.max(0, own.minimum ?? 0);
    case 'boolean': return own.default ?? false;
    case 'string': return own.default ?? '';
    default: return undefined;
  }
}

/** Fields for a value of that schema. */
export function fields(schema, value, change, { name = '', root = schema, required = true } = {}) {
  const own = resolved(schema, root);
  const place = { name, root, required };
  if (isVariants(own)) {
    return variants(own, value, change, place);
  }
  if (own.oneOf) {
    return alternatives(own, value, change, place);
  }
  if (own.const !== undefined) {
    return null;
  }
  if (own.enum) {
    return choice(own, value, change, place);
  }
  switch (typeOf(own)) {
    case 'object': return group(own, value, change, place);
    case 'array': return list(own, value, change, place);
    case 'integer':
    case 'number': return number(own, value, change, place);
    case 'boolean': return truth(own, value, change, place);
    default: return text(own, value, change, place);
  }
}

function field(name, control, hint) {
  return h('label', { class: 'field', key: name },
    name !== '' && h('span', {}, label(name)), control, hint && h('span', { class: 'quiet' }, hint));
}

function group(schema, value, change, { name, root }) {
  const members = Object.entries(schema.properties ?? {}).map(([member, each]) => fields(each, value?.[member], next => {
    const copy = { ...value };
    if (next === undefined) {
      delete copy[member];
    } else {
      copy[member] = next;
    }
    change(copy);
  }, { name: member, root, required: schema.required?.includes(member) ?? false }));
  return name === '' ? h('div', { class: 'fields' }, members)
    : h('fieldset', { class: 'fields', key: name }, h('legend', {}, label(name)), members);
}

/** An object with exactly one member, named after what it is. */
function variants(schema, value, change, { name, root }) {
  const now = Object.keys(value ?? {})[0] ?? Object.keys(schema.properties)[0];
  const radios = Object.keys(schema.properties).map(each => h('label', { class: 'radio', key: each },
    h('input', { type: 'radio', name: `variant-${name}`, checked: each === now,
      onchange: () => change({ [each]: initial(schema.properties[each], root) }) }),
    label(each)));
  return h('fieldset', { class: 'fields', key: name },
    h('legend', {}, name === '' ? t('common.choose') : label(name)),
    h('div', { class: 'row' }, radios),
    fields(schema.properties[now], value?.[now], next => change({ [now]: next }), { name: '', root }));
}

function alternatives(schema, value, change, { name, root }) {
  const tag = each => resolved(each, root).properties?.type?.const;
  const now = Math.max(0, schema.oneOf.findIndex(each => tag(each) !== undefined && tag(each) === value?.type));
  return h('fieldset', { class: 'fields', key: name },
    h('legend', {}, name === '' ? t('common.choose') : label(name)),
    h('select', { onchange: event => change(initial(schema.oneOf[event.target.value], root)) },
      schema.oneOf.map((each, i) => h('option', { value: String(i), selected: i === now },
        tag(each) ? label(tag(each)) : String(i + 1)))),
    fields(schema.oneOf[now], value, change, { name: '', root }));
}

function choice(schema, value, change, { name, required }) {
  return field(name, h('select', {
    onchange: event => change(event.target.value === '' ? undefined : choices(schema)[event.target.value]),
  },
  !required && h('option', { value: '', selected: value === undefined }, t('common.usual')),
  choices(schema).map((each, i) => h('option', { value: String(i), selected: each === value },
    known(`value.${each}`, label(String(each)))))));
}

function number(schema, value, change, { name, required }) {
  const { minimum, maximum } = schema;
  const bounded = minimum !== undefined && maximum !== undefined && Math.abs(maximum - minimum) < 1e6;
  return field(name, h('input', {
    type: 'number', min: minimum === undefined ? undefined : String(minimum),
    max: maximum === undefined ? undefined : String(maximum),
    step: typeOf(schema) === 'integer' ? '1' : 'any', required, 'aria-label': name === '' ? t('common.choose') : undefined,
    value: value === undefined ? '' : String(value),
    placeholder: schema.default === undefined ? t('common.usual') : String(schema.default),
    oninput: event => change(event.target.value === '' ? undefined : Number(event.target.value)),
  }), bounded && `${minimum}–${maximum}`);
}

function truth(schema, value, change, { name }) {
  return h('label', { class: 'check', key: name },
    h('input', { type: 'checkbox', checked: value ?? schema.default ?? false,
      onchange: event => change(event.target.checked) }),
    h('span', {}, label(name)));
}

function text(schema, value, change, { name, required }) {
  return field(name, h('input', {
    type: 'text', dir: 'auto', required, value: value ?? '',
    maxlength: schema.maxLength === undefined ? undefined : String(schema.maxLength),
    placeholder: schema.default, 'aria-label': name === '' ? t('common.choose') : undefined,
    oninput: event => change(event.target.value === '' && !required ? undefined : event.target.value),
  }));
}

function list(schema, value, change, { name, root }) {
  const items = value ?? [];
  return h('fieldset', { class: 'fields', key: name },
    h('legend', {}, name === '' ? t('common.choose') : label(name)),
    items.map((item, i) => h('div', { class: 'row', key: `item${i}` },
      fields(schema.items ?? {}, item, next => change(items.map((old, j) => j === i ? next : old)), { name: '', root }),
      h('button', { type: 'button', onclick: () => change(items.filter((_, j) => j !== i)) }, t('common.remove')))),
    h('button', { type: 'button', onclick: () => change([...items, initial(schema.items ?? {}, root)]) },
      t('common.add')));
}
