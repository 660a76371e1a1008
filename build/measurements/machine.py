"""The machine that measures, in one line: figures mean nothing without it."""
import os
import platform
import sys


def load():
    """The load of the last minute: what else was running."""
    return os.getloadavg()[0]


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def memory():
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    except (OSError, ValueError):
        return "unknown memory"


def jdk():
    """The version of the JDK 25 that is found first, as it says it itself."""
    home = jdk_home()
    return "JDK 25" if home is None else "JDK " + release(home).get("JAVA_RUNTIME_VERSION", "25")


def jdk_home():
    """The JDK 25 that ./cancha finds first, by the same order; None where there is none."""
    for home in (os.environ.get("JAVA25_HOME"), os.environ.get("JAVA_HOME"), *installed()):
        version = release(home or "").get("JAVA_VERSION", "")
        if version == "25" or version.startswith(("25.", "25+", "25-")):
            return home
    return None


def release(home):
    """What a JDK says of itself; empty where there is none."""
    try:
        with open(os.path.join(home, "release"), encoding="utf-8") as lines:
            pairs = dict(line.rstrip("\n").split("=", 1) for line in lines if "=" in line)
    except OSError:
        return {}
    return {name: value.strip('"') for name, value in pairs.items()}


def installed():
    root = "/usr/lib/jvm"
    return [os.path.join(root, name) for name in sorted(os.listdir(root))] if os.path.isdir(root) else []


def first_in_line(priority):
    """From now on this process, and what it starts, runs before everything else: for a machine that is never calm.

    Needs Linux and the right to do it (root has it). What it measures for long keeps everyone else waiting."""
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(priority))


def describe(load_before):
    return (f"{os.cpu_count()} cores ({processor()}), {memory()}, {platform.system()} {platform.release()}, {jdk()}, "
            f"Python {sys.version.split()[0]}; load {load_before:.1f} before, {load():.1f} after")
