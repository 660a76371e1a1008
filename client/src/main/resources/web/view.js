// A small way to say what the page shows: `h` describes elements, `render` brings the document there with as few
// changes as it needs, so that focus, selection and scrolling stay where they are. Text is always text: nothing here
// writes markup.

/** Describes an element. Children may be descriptions, text, numbers, lists of these, or nothing (null, false). */
export function h(tag, props, ...children) {
  return { tag, props: props ?? {}, key: props?.key, children: flat(children) };
}

function flat(children) {
  return children.flat(Infinity)
    .filter(child => child !== null && child !== undefined && child !== false && child !== true)
    .map(child => typeof child === 'object' ? child : { tag: '#text', text: String(child), props: {}, children: [] });
}

const shown = new WeakMap();
/** What is new and wants to know when it is there. Owner: the `render` that runs. */
const mounted = [];

/** Makes the children of `root` what is described. */
export function render(root, ...children) {
  const after = flat(children);
  reconcile(root, shown.get(root) ?? [], after);
  shown.set(root, after);
  mounted.splice(0).forEach(next => next.props.mount(next.node)); // now all of it is in the document, and may take the focus
}

function reconcile(parent, before, after) {
  const keyed = new Map(before.filter(each => each.key !== undefined).map(each => [each.key, each]));
  const loose = before.filter(each => each.key === undefined);
  const kept = after.map(next => {
    if (next.key !== undefined) {
      const old = keyed.get(next.key);
      if (old?.tag === next.tag) {
        keyed.delete(next.key);
        return old;
      }
      return undefined;
    }
    const at = loose.findIndex(old => old.tag === next.tag);
    return at < 0 ? undefined : loose.splice(at, 1)[0];
  });
  [...keyed.values(), ...loose].forEach(remove); // first, so that those that stay need not be moved
  let place = parent.firstChild;
  after.forEach((next, i) => {
    const node = kept[i] ? update(kept[i], next) : create(next);
    if (node === place) {
      place = place.nextSibling;
    } else {
      parent.insertBefore(node, place);
    }
    if (!kept[i] && next.props.mount) {
      mounted.push(next);
    }
  });
}

function create(next) {
  if (next.tag === '#text') {
    next.node = document.createTextNode(next.text);
    return next.node;
  }
  next.node = document.createElement(next.tag);
  reconcile(next.node, [], next.children);
  assign(next.node, {}, next.props);
  return next.node;
}

function update(old, next) {
  next.node = old.node;
  if (next.tag === '#text') {
    if (old.text !== next.text) {
      next.node.data = next.text;
    }
    return next.node;
  }
  reconcile(next.node, old.children, next.children);
  assign(next.node, old.props, next.props);
  return next.node;
}

function remove(old) {
  unmount(old);
  old.node.remove();
}

function unmount(old) {
  old.children.forEach(unmount);
  old.props.unmount?.(old.node);
}

const OWN = new Set(['key', 'mount', 'unmount']);
/** What a person changes too: it is a property, and is written only when the description changes. */
const PROPERTIES = new Set(['value', 'checked', 'disabled', 'selected', 'open', 'readOnly', 'indeterminate']);

function assign(node, before, after) {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!OWN.has(name) && before[name] !== after[name]) {
      set(node, name, after[name]);
    }
  }
}

function set(node, name, value) {
  if (name.startsWith('on')) {
    listen(node, name.slice(2), value);
  } else if (name === 'style') {
    for (const [property, each] of Object.entries(value ?? {})) {
      node.style.setProperty(property, each);
    }
  } else if (PROPERTIES.has(name)) {
    node[name] = value ?? (typeof node[name] === 'boolean' ? false : '');
  } else if (value === undefined || value === null || value === false) {
    node.removeAttribute(name);
  } else {
    node.setAttribute(name, value === true ? '' : value);
  }
}

const listeners = new WeakMap();

function listen(node, type, listener) {
  const mine = listeners.get(node) ?? {};
  listeners.set(node, mine);
  if (!(type in mine)) {
    node.addEventListener(type, event => listeners.get(node)[type]?.(event));
  }
  mine[type] = listener;
}
