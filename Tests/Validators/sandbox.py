"""What the trials of this folder share: findings, a machine without settings of its own, and repositories to try things in."""

import pathlib
import shutil
import subprocess
import sys

import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DEMONSTRATION = ROOT / "examples/demonstration"
DAY = "2026-11-24"


class Findings:
    def __init__(self):
        self.texts = []

    def check(self, condition, text):
        if not condition:
            self.texts.append(text)
        return bool(condition)

    def tell(self, subject):
        """Prints them all, and gives the exit code."""
        for text in self.texts:
            print(text)
        print(f"{len(self.texts)} findings in {subject}", file=sys.stderr)
        return 1 if self.texts else 0


def load(path):
    """YAML with every scalar as text: `on` is a key and `0.4` no number."""
    return yaml.load(pathlib.Path(path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def plain_environment(home, binary):
    """What a machine of a build service has, with our program on the PATH; nothing of the caller's own settings."""
    return {
        "PATH": f"{binary.parent}:/usr/local/bin:/usr/bin:/bin",
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "CI": "true",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "Test",
        "GIT_AUTHOR_EMAIL": "test@example.org",
        "GIT_COMMITTER_NAME": "Test",
        "GIT_COMMITTER_EMAIL": "test@example.org",
        "SWIFT_BACKTRACE": "enable=no",
    }


def run(command, folder, environment):
    return subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300
    )


def git(folder, environment, *arguments):
    done = run(["git", *arguments], folder, environment)
    if done.returncode != 0:
        raise RuntimeError(f"git {' '.join(arguments)}: {done.stdout}")
    return done.stdout.strip()


def repository(source, folder, environment):
    shutil.copytree(source, folder)
    git(folder, environment, "init", "--quiet", "--initial-branch=main")
    git(folder, environment, "add", "--all")
    git(folder, environment, "commit", "--quiet", "--message=Begin")
    return folder


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise RuntimeError(f"{path.name} has no “{old}”")
    path.write_text(text.replace(old, new), encoding="utf-8")
