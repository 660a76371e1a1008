// JSON Merge Patch (RFC 7396). Documents are never changed: what a patch does not touch is the same object after it,
// so whoever keeps an older document keeps it whole.

const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The document that `patch` makes of `target`. */
export function merged(target, patch) {
  if (!isObject(patch)) {
    return patch;
  }
  // Without a prototype, so that a member named __proto__ is a member like any other.
  const result = Object.assign(Object.create(null), isObject(target) ? target : undefined);
  for (const name of Object.keys(patch)) {
    if (patch[name] === null) {
      delete result[name];
    } else {
      result[name] = merged(result[name], patch[name]);
    }
  }
  return result;
}
