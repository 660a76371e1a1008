// A QR code on a canvas, drawn here: no other host is asked, and the code of a private room stays between those two.
// Always black on white, with its margin, since readers want that also where the page is dark.

import { correction, generate } from '../lib/lean-qr.js';
import { h } from '../view.js';

export function qr(text, label) {
  return h('canvas', { class: 'qr', key: `qr${text}`, role: 'img', 'aria-label': label,
    mount: canvas => generate(text, { minCorrectionLevel: correction.M }).toCanvas(canvas, { off: [255, 255, 255, 255] }) });
}
