"""What the page costs who plays: its first load, the frames and tasks of a match of eight, and its heap over a long replay.

Runs Debian's chromium, without a GPU. Frames and tasks are from the browser's own tracing, which the DevTools protocol gives:
the page is not touched while it is traced. An empty page that asks for every frame is traced first, for what the machine and
the browser take themselves."""
import re
import statistics
import subprocess
import sys

from measurements import sections

GOAL_FRAME_MILLIS, GOAL_TASK_MILLIS, GOAL_KILOBYTES = 4, 50, 150
# What is left after a collection depends on what was under way.
FLAT = 1.05


def options(parser):
    pass


def measure(options, root):
    done = subprocess.run(
        [str(root / "mvnw"), "-q", "-Dfast", "-pl", "app", "-am", "test", "-Dtest=BrowserFigures",
         "-Dsurefire.failIfNoSpecifiedTests=false"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    found = [line.split(";")[1:] for line in re.findall(r"^page;.*$", done.stdout, re.MULTILINE)]
    lines = {name: [figures for other, *figures in found if other == name] for name in ("load", "frames", "tasks", "alive", "heap")}
    if done.returncode or [len(lines[name]) for name in ("load", "frames", "tasks", "alive")] != [1, 2, 2, 1] or len(lines["heap"]) < 2:
        sys.exit(done.stdout + "\nmeasure: the page was not measured")
    return "\n\n".join(["## The page", load(*lines["load"][0]), motion(lines), heap(lines["heap"])])


def met(is_met):
    return "is met" if is_met else "is NOT met"


def load(transferred, requests):
    kilobytes = int(transferred) / 1000
    return (f"The first load, with nothing in the browser's memory, transfers {kilobytes:.1f} kB in {requests} requests, heads of the "
            f"answers included. The goal, less than {GOAL_KILOBYTES} kB, {met(kilobytes < GOAL_KILOBYTES)}.")


def motion(lines):
    rows, frames, tasks = [], {}, {}
    for (name, count, half, most, nearly), (_, number, middle, longest, over) in zip(lines["frames"], lines["tasks"]):
        frames[name], tasks[name] = float(half), float(longest)
        title = {"empty": "an empty page", "snakes": "eight snakes"}[name]
        rows.append([title, f"{int(count):,}", f"{float(half):.2f}", f"{float(most):.2f}", f"{float(nearly):.2f}", f"{int(number):,}",
                     f"{float(middle):.2f}", f"{float(longest):.2f}", over])
    head = ["ten seconds of", "frames", "script a frame, CPU ms: p50", "p90", "p99", "tasks", "a task until its end, ms: p50", "p99",
            "longer than 50 ms"]
    before, after = lines["alive"][0]
    return (sections.table(head, rows)
            + f"\n\nSnake for eight bots, with the page watching as it moves, traced by the browser itself; {before} of the snakes lived "
              f"when it began, {after} when it ended. A frame's script is all that ran since the frame before, drawing and what "
              f"came by the network. The goals: at most {GOAL_FRAME_MILLIS} ms of script in the median frame {met(frames['snakes'] <= GOAL_FRAME_MILLIS)}, "
              f"99 of 100 tasks within {GOAL_TASK_MILLIS} ms {met(tasks['snakes'] < GOAL_TASK_MILLIS)}. How long a task takes is wall time, and "
              "also that of the machine's other work; what the empty page's take is the measure of that.")


def heap(looks):
    rows = [[f"{int(step):,}", f"{int(size) / 2**20:.2f}"] for step, size in looks]
    # The first look is before anything was drawn.
    sizes = [int(size) for _, size in looks[1:]]
    half = len(sizes) // 2
    flat = statistics.median(sizes[half:]) <= FLAT * statistics.median(sizes[:half])
    return (sections.table(["step of the replay", "heap, MiB"], rows)
            + "\n\nA replay of 12,000 steps, ten minutes of eight snakes that move in each, at 20 times its speed: the heap of the "
              "page's scripts after a collection of garbage, the first before it plays. The goal, that it does not grow while it plays (the median of "
              f"the second half of these looks at most {100 * (FLAT - 1):.0f} % above that of the first), {met(flat)}.")
