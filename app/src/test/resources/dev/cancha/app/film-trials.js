// Trials of film.js in a real browser; gives what is wrong. The test evaluates what stands below.
async () => {
  const { develop } = await import(new URL('film.js', document.baseURI).href);
  const of = i => ({ i, doc: { n: `ñ${i}`, ...(i % 3 ? { third: { at: i } } : {}) },
    mes: i < 150 ? { 0: { secret: i } } : {}, events: i % 7 ? [] : [{ type: 'seventh' }] });
  const line = i => JSON.stringify({ rev: 2 * i + 5, at: 100 * i,
    ...(i === 0 ? { doc: of(0).doc } : { patch: { n: `ñ${i}`, third: i % 3 ? { at: i } : null } }),
    ...(i <= 150 ? { mes: { 0: i < 150 ? { secret: i } : null } } : {}),
    ...(i % 7 ? {} : { events: [{ type: 'seventh' }] }) });
  const text = [JSON.stringify({ shown: 1, match: {}, tickRate: 20 }), ...Array.from({ length: 300 }, (_, i) =>
    line(i)), JSON.stringify({ end: 300, verified: true }), ''].join('\n');
  const bytes = new TextEncoder().encode(text);
  const pieces = new ReadableStream({ start(to) {
    for (let i = 0; i < bytes.length; i += 7) {
      to.enqueue(bytes.slice(i, i + 7));
    }
    to.close();
  } });
  const seen = [];
  const film = await develop(pieces, (_, frame) => seen.push(JSON.stringify(frame)));
  const wrong = [];
  const same = (what, is, expected) => {
    const [left, right] = [is, expected].map(each => JSON.stringify(each, (_, value) => value
      && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1)) : value));
    if (left !== right) {
      wrong.push(`${what}: ${left}, not ${right}`);
    }
  };
  seen.forEach((frame, i) => same(`seen ${i}`, JSON.parse(frame), of(i)));
  for (const i of [0, 299, 298, 64, 63, 65, 128, 127, 1, 150, 149, 299, 0]) {
    same(`frame ${i}`, film.frame(i), of(i));
  }
  same('keys', film.keys.length, 5);
  same('revisions', [0, 5, 6, 7, 603, 9999].map(rev => film.stepOf(rev)), [0, 0, 0, 1, 299, 299]);
  same('times', [0, 99, 100, 29900, 99999].map(at => film.stepAt(at)), [0, 0, 1, 299, 299]);
  const cut = await develop(new Response(text.slice(0, -40)).body, () => {}).catch(problem => problem.message);
  same('cut', cut, 'the film was cut off');
  return [...wrong, ...(seen.length === 300 ? [] : [`${seen.length} seen`])];
}
