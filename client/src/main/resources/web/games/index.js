// Which game is drawn by what. A game without a drawing of its own is shown as a table, and played by a form.

import * as connectFour from './connect-four.js';
import * as dudo from './dudo.js';
import * as snake from './snake.js';
import { draw as drawTable } from './table.js';

export const drawings = { connectFour, dudo, snake };

export const drawingOf = game => drawings[game]?.draw ?? drawTable;
