// Which game is drawn by what. A game without a drawing of its own is shown as a table, and played by a form.

import * as connectFour from './connect-four.js';
import * as dudo from './dudo.js';
import * as snake from './snake.js';
import { draw as drawTable, tell as tellAny } from './table.js';

const drawings = { connectFour, dudo, snake };

export const drawingOf = game => drawings[game]?.draw ?? drawTable;

/** What says an event of that game in words. */
export const tellingOf = game => drawings[game]?.tell ?? tellAny;
