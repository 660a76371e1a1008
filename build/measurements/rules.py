"""What ten minutes of snake with eight players cost by the rules alone: no room, no network, no JSON.

12,000 ticks, ten decisions a second of each snake that lives, called as a room calls them: the acts, the tick, the view, who
may act, and the result. What the snakes do is decided before it is measured. Once the next match begins as soon as a snake has
died, so that all eight live all the time; once matches are played to their end. CPU time is that of the thread; the first
rounds are cold and stand for themselves."""
import statistics
import subprocess

from measurements import machine, sections

GOAL_MILLIS = 100
OUTPUTS = ["common/target/fast/test-classes", "common/target/fast/classes"]
CLASS_PATH = "target/fast/class-path.txt"


def options(parser):
    parser.add_argument("--cold", type=int, default=5, metavar="N", help="how many rounds are to warm up (5)")
    parser.add_argument("--warm", type=int, default=15, metavar="N", help="how many rounds after them (15)")


def measure(options, root):
    subprocess.run(["./mvnw", "-q", "-Dfast", "-pl", "common", "test-compile", "dependency:build-classpath",
                    "-Dmdep.includeScope=test", f"-Dmdep.outputFile={CLASS_PATH}"], cwd=root, check=True)
    libraries = (root / "common" / CLASS_PATH).read_text(encoding="utf-8").strip()
    class_path = ":".join([str(root / output) for output in OUTPUTS] + [libraries])
    rows, met = [], True
    for least_alive, name in ((8, "all eight live all the time"), (2, "each match to its end")):
        rounds = play(class_path, options.cold + options.warm, least_alive)
        cold, warm = rounds[:options.cold], rounds[options.cold:]
        rows.append([name, f"{cold[0][0]:.0f}", sections.spread([r[0] for r in warm], 0), f"{warm[-1][1]:,.0f}",
                     f"{warm[-1][2]:.0f}", f"{warm[-1][3]:.1f}"])
        met = met and statistics.median(r[0] for r in warm) <= GOAL_MILLIS
    head = ["ten minutes of snake for 8, 12,000 ticks", "first round, cold, ms", f"warm, n={options.warm}, ms", "acts", "matches",
            "snakes alive on average"]
    return (f"## Rules alone\n{sections.table(head, rows)}\n\nCPU time of the thread, median (least to greatest). The goal, "
            f"{GOAL_MILLIS} ms when warm, is {'met' if met else 'NOT met'}.")


def play(class_path, count, least_alive):
    home = machine.jdk_home()
    if home is None:
        raise SystemExit("measure: no JDK 25 was found; set JAVA25_HOME")
    done = subprocess.run([home + "/bin/java", "-XX:+UseSerialGC", "-cp", class_path,
                           "dev.cancha.common.games.snake.RulesRate", str(count), str(least_alive)], stdout=subprocess.PIPE, text=True,
                          check=True)
    return [list(map(float, line.split())) for line in done.stdout.splitlines()]
