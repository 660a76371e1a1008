// Which bids of dudo are raises, so that the page offers what is possible. The server judges; docs/games/dudo.md has
// the table that this follows.

/** The least count with which `face` may follow `bid`, or null where it may not. */
export function leastCount(view, face, ownDice) {
  const { bid, special } = view;
  if (!bid) {
    return face === 1 && ownDice > 1 && !special ? null : 1;
  }
  if (special) {
    if (face !== bid.face && ownDice !== 1) {
      return null;
    }
    return face > bid.face ? bid.count : bid.count + 1;
  }
  if (face === 1) {
    return bid.face === 1 ? bid.count + 1 : Math.ceil(bid.count / 2);
  }
  if (bid.face === 1) {
    return 2 * bid.count + 1;
  }
  return face > bid.face ? bid.count : bid.count + 1;
}

/** Faces that may be bid now, each with its least count; none where one can only call. */
export function raises(view, ownDice) {
  const onTable = Object.values(view.dice).reduce((sum, count) => sum + count, 0);
  return [1, 2, 3, 4, 5, 6].map(face => ({ face, least: leastCount(view, face, ownDice), most: onTable }))
    .filter(each => each.least !== null && each.least <= onTable);
}
