"""What a command takes, as a whole process: time and memory in turn with a yardstick, and instructions, which do not depend on the machine's day."""
import os
import re
import statistics
import subprocess
import time


class Figures:
    """What the runs of one command came to: medians, and ratios to the yardstick taken pair by pair."""

    def __init__(self, walls, peaks, wall_ratios, cpu_ratios):
        self.wall, self.peak = statistics.median(walls), statistics.median(peaks) / 1024
        self.wall_ratio, self.cpu_ratio = statistics.median(wall_ratios), statistics.median(cpu_ratios)
        self.pairs = len(walls)


class Failed(Exception):
    pass


class Timer:
    def __init__(self, timed, root):
        self.timed, self.root = timed, root

    def once(self, command, codes=(0, 1)):
        """(wall seconds, CPU seconds, peak KiB) of one run; what it prints is thrown away."""
        done = subprocess.run([self.timed, *command], cwd=self.root, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        wall, cpu, peak, code = done.stderr.decode().split()
        if int(code) not in codes:
            raise Failed(f"exit code {code}: {' '.join(command)[:200]}")
        return float(wall), float(cpu), int(peak)

    def pairs(self, command, yardstick, most, seconds, codes=(0, 1)):
        """Command and yardstick in turn, `most` times or until the seconds are spent; a first pair warms up where there is time for it."""
        walls, peaks, wall_ratios, cpu_ratios = [], [], [], []
        end = time.monotonic() + seconds
        warm = self.once(command, codes)
        self.once(yardstick)
        if time.monotonic() > end:
            most, end = 0, 0
            other = self.once(yardstick)
            return Figures([warm[0]], [warm[2]], [warm[0] / other[0]], [warm[1] / max(other[1], 1e-6)])
        while len(walls) < most and (not walls or time.monotonic() < end):
            mine, other = self.once(command, codes), self.once(yardstick)
            walls.append(mine[0])
            peaks.append(mine[2])
            wall_ratios.append(mine[0] / other[0])
            cpu_ratios.append(mine[1] / max(other[1], 1e-6))
        return Figures(walls, peaks, wall_ratios, cpu_ratios)


class Counter:
    """Instructions by valgrind, on a copy without debug information: valgrind cannot read Swift's."""

    def __init__(self, executable, folder, root):
        self.executable, self.root = os.path.join(folder, "counted"), root
        subprocess.run(["strip", "--strip-debug", "-o", self.executable, executable], check=True)

    def count(self, arguments, codes=(0, 1)):
        return instructions([self.executable, *arguments], self.root, codes)


def instructions(command, root, codes=(0, 1)):
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], cwd=root, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    found = re.search(rb"Collected : (\d+)", done.stderr)
    if found is None or done.returncode not in codes:
        raise Failed(f"valgrind ended with {done.returncode}: {done.stderr.decode(errors='replace')[-600:]}")
    return int(found.group(1))
