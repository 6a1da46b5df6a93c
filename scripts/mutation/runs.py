"""Runs the tests against one choice at a time, and stops at the first that notices."""

import os
import re
import signal
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

# Seconds of the processor; a test alone that needs more is left to `make test`.
DEAREST = 12.0
# A choice that makes a test this much slower loops, for all that matters.
SLOWER, ALLOWANCE = 2, 5
# What is tried first is cheap.
STEPS = (0.2, 0.6, float("inf"))
MEMORY_KILOBYTES = 8 << 20
ISSUE = re.compile(r"Test (?:case passing .* to )?(\S+?)\(.* recorded an issue")


@dataclass
class Run:
    noticed: str | None
    """What failed, or how it ended; nil where all passed."""
    seconds: float


class Tests:
    def __init__(self, program, folder, jobs):
        self.program, self.folder, self.jobs = program, folder, jobs
        self.cost = {}
        self.reached = {}

    def names(self):
        listed = subprocess.run(
            [self.program, "--testing-library", "swift-testing", "--list-tests"], cwd=self.folder, capture_output=True, text=True, check=True)
        # A function by its name alone: those of one name in a suite are run together.
        return sorted({re.sub(r"\(.*", "", line) for line in listed.stdout.splitlines() if "/" in line})

    def run(self, names, limit, **variables):
        filters = "^(" + "|".join(re.escape(name) for name in names) + r")\("
        command = [
            "/bin/sh", "-c", f'ulimit -t {int(limit)} && ulimit -v {MEMORY_KILOBYTES} && exec "$0" "$@"',
            self.program, "--testing-library", "swift-testing", "--no-parallel", "--filter", filters]
        environment = os.environ | {"SWIFT_BACKTRACE": "enable=no"} | {name: str(value) for name, value in variables.items()}
        process = subprocess.Popen(
            command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, errors="replace", start_new_session=True)
        noticed = None
        for line in process.stdout:
            if noticed is None and "recorded an issue" in line:
                found = ISSUE.search(line)
                noticed = found.group(1) if found else "a test"
                os.killpg(process.pid, signal.SIGKILL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        if noticed is None and code != 0:
            noticed = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        return Run(noticed, usage.ru_utime + usage.ru_stime)

    def measure(self, report):
        """What each test costs and which choices it comes by; no choice is made, so a test that fails is no judge."""
        def one(name):
            with tempfile.NamedTemporaryFile(mode="r") as file:
                run = self.run([name], 600, LEIDRAAD_REACHED=file.name)
                return name, run, {int(line) for line in file}

        with ThreadPoolExecutor(self.jobs) as pool:
            for name, run, reached in pool.map(one, self.names()):
                if run.noticed:
                    raise SystemExit(f"mutants: {name} fails with nothing changed: {run.noticed}")
                if run.seconds > DEAREST:
                    report(f"left to make test, {run.seconds:.0f} s: {name}")
                    continue
                self.cost[name], self.reached[name] = run.seconds, reached

    def judge(self, number):
        """What noticed choice `number`; None where nothing did, and "" where no test comes by it."""
        judges = sorted((name for name in self.cost if number in self.reached[name]), key=self.cost.get)
        if not judges:
            return ""
        for least, most in zip((0.0, *STEPS), STEPS):
            some = [name for name in judges if least <= self.cost[name] < most]
            if not some:
                continue
            run = self.run(some, ALLOWANCE + SLOWER * sum(self.cost[name] for name in some), LEIDRAAD_MUTANT=number)
            if run.noticed:
                return run.noticed
        return None

    def judge_all(self, numbers, report):
        with ThreadPoolExecutor(self.jobs) as pool:
            running = {pool.submit(self.judge, number): number for number in numbers}
            for done in as_completed(running):
                report(running[done], done.result())
                yield running[done], done.result()
