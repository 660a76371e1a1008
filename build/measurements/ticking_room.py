"""What ten virtual minutes of a room cost in a simulated match: 8 players at 20 ticks a second, 10 inputs a second from
each, the production server and clients over the simulated network, frames and WebSocket mixed, all judges listening, and
the hash over every delivered byte.

Plays the same match, each time from another seed, several rounds in one JVM. CPU time is that of the thread that plays;
that of the whole process counts the compiler and the collector too. The first rounds are cold and stand for themselves;
on a busy machine CPU time is higher than on a calm one, since caches and cores are shared."""
import subprocess
import sys

from measurements import machine, sections

VIRTUAL_SECONDS = 600
GOAL_SECONDS = 1.0
CLASS_PATH = "target/fast/class-path.txt"
OUTPUTS = ["testkit/target/fast/test-classes", "testkit/target/fast/classes"]


def options(parser):
    parser.add_argument("--cold", type=int, default=5, metavar="N", help="how many rounds are to warm up (5)")
    parser.add_argument("--warm", type=int, default=9, metavar="N", help="how many rounds after them (9)")
    parser.add_argument("--first-in-line", action="store_true",
                        help="at real-time priority, for a machine that is never calm (needs root)")


def measure(options, root):
    subprocess.run(["./mvnw", "-q", "-Dfast", "-pl", "testkit", "-am", "test-compile", "dependency:build-classpath",
                    "-Dmdep.includeScope=test", f"-Dmdep.outputFile={CLASS_PATH}"], cwd=root, check=True)
    libraries = (root / "testkit" / CLASS_PATH).read_text(encoding="utf-8").strip()
    class_path = ":".join([str(root / output) for output in OUTPUTS] + [libraries])
    if options.first_in_line:
        machine.first_in_line(2)
    rounds = play(class_path, options.cold + options.warm)
    return report(rounds[:options.cold], rounds[options.cold:])


class Round:
    def __init__(self, line):
        words = line.split()
        self.thread, self.process, self.virtual = map(float, words[:3])
        self.acts, self.chunks = map(int, words[3:5])


def play(class_path, count):
    command = [java(), "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", class_path,
               "dev.cancha.testkit.TickingRoom", str(count)]
    rounds = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        for line in running.stdout:
            rounds.append(Round(line))
            print(f"round {len(rounds)}: {line.strip()}", file=sys.stderr)
    if running.returncode != 0 or len(rounds) != count:
        raise SystemExit(f"measure: the match ended with {running.returncode} after {len(rounds)} rounds")
    return rounds


def java():
    home = machine.jdk_home()
    if home is None:
        raise SystemExit("measure: no JDK 25 was found; set JAVA25_HOME")
    return home + "/bin/java"


def report(cold, warm):
    rows = [["first round, cold", f"{cold[0].thread:.2f}", f"{cold[0].process:.2f}", ratio(cold[:1])]] if cold else []
    rows.append([f"warm, n={len(warm)}", sections.spread([r.thread for r in warm]),
                 sections.spread([r.process for r in warm]), ratio(warm)])
    head = ["10 virtual minutes, 8 players, 20 Hz", "CPU of the thread, s", "CPU of the process, s",
            "virtual time for CPU time"]
    median = sorted(r.thread for r in warm)[len(warm) // 2]
    verdict = "met" if median <= GOAL_SECONDS else "NOT met"
    last = warm[-1]
    return (f"## A simulated match\n{sections.table(head, rows)}\n\nMedian (least to greatest). In each round"
            f" {last.acts} acts were sent and {last.chunks} chunks delivered, through the production server and clients"
            f" with judges and hash. The goal, {GOAL_SECONDS:.1f} CPU-seconds of the thread when warm, is {verdict}.")


def ratio(rounds):
    times = sorted(VIRTUAL_SECONDS / r.thread for r in rounds)
    return f"{times[len(times) // 2]:.0f} times"
