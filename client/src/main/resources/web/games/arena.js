// Draws snakes on a canvas. A snake's steps come a few times a second; between two of them its head and its tail glide.
// Owner: the drawing of the game, which begins it with its canvas and stops it.

const STEPS = { u: [0, -1], d: [0, 1], l: [-1, 0], r: [1, 0] };
/** A step that is awaited longer than this is late, and the snakes wait for it. */
const LONGEST_STEP_MILLIS = 1_200;
const THICKNESS = 0.72;

export class Arena {
  constructor(canvas) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d');
    this.still = matchMedia('(prefers-reduced-motion: reduce)');
    this.watcher = new ResizeObserver(() => this.wake());
    this.watcher.observe(canvas);
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.repaint = () => this.wake();
    this.dark.addEventListener('change', this.repaint);
    this.snakes = {};
    this.stepMillis = 200;
    this.steppedAt = performance.now();
  }

  /** The arena as it is now. The same snakes as before are not a step. */
  show(view, playing) {
    this.playing = playing;
    if (view === this.view) {
      return;
    }
    const stepped = !this.view || Object.keys(view.snakes).some(seat => moved(this.view.snakes[seat], view.snakes[seat]));
    if (stepped) {
      const now = performance.now();
      if (this.view) {
        this.stepMillis = Math.min(LONGEST_STEP_MILLIS, Math.max(40, 0.7 * this.stepMillis + 0.3 * (now - this.steppedAt)));
      }
      this.steppedAt = now;
      this.snakes = Object.fromEntries(Object.entries(view.snakes).filter(([, snake]) => snake.alive)
        .map(([seat, snake]) => [seat, { from: this.snakes[seat]?.cells, cells: cells(snake) }]));
    }
    this.view = view;
    this.wake();
  }

  stop() {
    this.watcher.disconnect();
    this.dark.removeEventListener('change', this.repaint);
    cancelAnimationFrame(this.frame);
    this.view = null;
  }

  wake() {
    if (this.view && !this.frame) {
      this.frame = requestAnimationFrame(() => this.paint());
    }
  }

  paint() {
    this.frame = 0;
    const passed = (performance.now() - this.steppedAt) / this.stepMillis;
    const progress = this.still.matches || !this.playing ? 1 : Math.min(1, passed);
    const { width, height } = this.view.size;
    const scale = this.fit(width);
    const colours = this.colours();
    const draw = this.context;
    draw.setTransform(scale, 0, 0, scale, 0, 0);
    draw.clearRect(0, 0, width, height);
    this.grid(width, height, colours);
    this.view.food.forEach(([x, y]) => this.food(x, y, colours));
    Object.entries(this.snakes).forEach(([seat, snake]) => this.snake(seat, snake, progress, colours));
    if (this.playing && progress < 1) {
      this.wake();
    }
  }

  /** As many dots as the screen has there. */
  fit(width) {
    const dots = Math.max(1, Math.round(this.canvas.clientWidth * (window.devicePixelRatio || 1)));
    const high = Math.round(dots * this.view.size.height / width);
    if (this.canvas.width !== dots || this.canvas.height !== high) {
      this.canvas.width = dots;
      this.canvas.height = high;
    }
    return dots / width;
  }

  colours() {
    const style = getComputedStyle(this.canvas);
    return name => style.getPropertyValue(name).trim();
  }

  grid(width, height, colour) {
    const draw = this.context;
    draw.fillStyle = colour('--arena-dot');
    for (let x = 1; x < width; x++) {
      for (let y = 1; y < height; y++) {
        draw.fillRect(x - 0.03, y - 0.03, 0.06, 0.06);
      }
    }
  }

  food(x, y, colour) {
    const draw = this.context;
    draw.fillStyle = colour('--food');
    draw.beginPath();
    draw.arc(x + 0.5, y + 0.56, 0.28, 0, 2 * Math.PI);
    draw.fill();
    draw.fillStyle = colour('--accent'); // a leaf: some snakes are red, too
    draw.beginPath();
    draw.ellipse(x + 0.64, y + 0.2, 0.19, 0.1, -0.6, 0, 2 * Math.PI);
    draw.fill();
  }

  snake(seat, { from, cells }, progress, colour) {
    const way = glide(from, cells, progress);
    const draw = this.context;
    draw.strokeStyle = colour(`--seat-${seat % 8}`);
    draw.lineWidth = THICKNESS;
    draw.lineCap = 'round';
    draw.lineJoin = 'round';
    draw.beginPath();
    way.forEach(([x, y], i) => i === 0 ? draw.moveTo(x + 0.5, y + 0.5) : draw.lineTo(x + 0.5, y + 0.5));
    draw.stroke();
    this.face(way[0], way[1] ?? way[0], seat, colour);
  }

  /** Eyes say where it goes, the number says whose it is. */
  face([x, y], [backX, backY], seat, colour) {
    const draw = this.context;
    const angle = Math.atan2(y - backY, x - backX);
    draw.fillStyle = colour('--surface');
    for (const side of [-1, 1]) {
      draw.beginPath();
      draw.arc(x + 0.5 + 0.22 * Math.cos(angle + side * 0.9), y + 0.5 + 0.22 * Math.sin(angle + side * 0.9), 0.09, 0,
        2 * Math.PI);
      draw.fill();
    }
    draw.fillStyle = colour('--ink');
    draw.font = '600 0.8px system-ui, sans-serif';
    draw.textAlign = 'center';
    const below = y < 1 || (backY < y && y < this.view.size.height - 2); // where its body is not
    draw.fillText(String(Number(seat) + 1), x + 0.5, below ? y + 1.75 : y - 0.05);
  }
}

function moved(before, after) {
  return !before || before.head[0] !== after.head[0] || before.head[1] !== after.head[1] || before.alive !== after.alive;
}

/** From the head to the tail. */
function cells({ head, body }) {
  const way = [head];
  for (const letter of body) {
    const [x, y] = way.at(-1);
    way.push([x + STEPS[letter][0], y + STEPS[letter][1]]);
  }
  return way;
}

const between = ([x, y], [toX, toY], progress) => [x + (toX - x) * progress, y + (toY - y) * progress];

/** The way between two steps: all of the body stays where it is, and only its ends move. */
function glide(from, to, progress) {
  if (!from || progress >= 1 || to.length < 2) {
    return to;
  }
  const grown = to.length > from.length;
  const head = between(from[0], to[0], progress);
  const tail = grown ? to.at(-1) : between(from.at(-1), to.at(-1), progress);
  return [head, ...to.slice(1, -1), ...(grown ? [] : [to.at(-1)]), tail].filter((cell, i, all) =>
    i === 0 || cell !== all[i - 1]);
}
