// Acts that wait for their fate. Each has a number that rises, so that the server applies it once however often it is
// sent; what was neither acknowledged nor refused is sent again after a lost connection.

export class Acts {
  constructor() {
    this.last = 0;
    this.waiting = new Map();
  }

  /** In another room, or after a reload: the numbers go on after the highest that the server has applied. */
  begin(seq) {
    this.last = seq;
  }

  open(action, rev) {
    const seq = ++this.last;
    const message = rev === undefined ? { type: 'act', seq, action } : { type: 'act', seq, action, rev };
    const answer = new Promise((resolve, reject) => this.waiting.set(seq, { message, resolve, reject }));
    answer.catch(() => {});
    return { message, answer };
  }

  /** In the order in which they were sent first. */
  unanswered() {
    return [...this.waiting.values()].map(each => each.message);
  }

  /** All up to this number are in the room's document. */
  applied(seq) {
    this.last = Math.max(this.last, seq);
    for (const [each, act] of [...this.waiting]) {
      if (each <= seq) {
        this.waiting.delete(each);
        act.resolve();
      }
    }
  }

  refused(seq, refusal) {
    const act = this.waiting.get(seq);
    this.waiting.delete(seq);
    act?.reject(refusal);
  }

  lose(refusal) {
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    lost.forEach(act => act.reject(refusal));
  }
}
