"""Install and remove the hook: one file where git looks for it, beside which an existing hook keeps its work.

An existing hook is not rewritten: it gets a second name, ours takes its first one, and runs it first. Each step is one
rename, so that an interruption leaves a hook that works; removing ours gives the old one its name back, untouched.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from typing import NamedTuple

from imss_check.git.run import GitError, line
from imss_check.said import Said

BEFORE = ".before-imss-check"
"""What is put behind the name of a hook that was there first."""
MARK = "# imss-check hook "
SHELLS = frozenset(("sh", "bash", "dash", "ksh"))
HEAD = "#!/bin/sh\n"
BODY = """\
# Checks the figures of drafts before they are published. `imss-check hook uninstall{flag}` removes this file.
python={python}
before() {{ {before}; }}
check() {{
    if [ -x "$python" ]; then "$python" -P -m imss_check hook run{flag}{options} -- "$@"
    elif command -v imss-check >/dev/null; then imss-check hook run{flag}{options} -- "$@"
    else
        echo "imss-check is not found: install it, or remove this hook: $0" >&2
        return 2
    fi
}}
"""
RUN = {
    "pre-commit": """before "$@" || exit\ncheck "$@"\n""",
    "pre-push": """\
refs=$(cat; echo x)  # both read them; x keeps the last line end
printf %s "${refs%x}" | before "$@" || exit
printf %s "${refs%x}" | check "$@"
""",
}
"""What a hook of each kind does with its arguments and its input."""


class HookError(Exception):
    """The hook cannot be installed or removed: why, and what to do about it."""


class Place(NamedTuple):
    """Where git looks for a hook, and the name of one that was there first."""

    hook: str
    before: str

    @property
    def folder(self) -> str:
        """The folder of both."""
        return os.path.dirname(self.hook)


def find_place(kind: str) -> Place:
    """Return where git looks for a hook of a kind: it knows `core.hooksPath`, worktrees and submodules."""
    try:
        top = line("rev-parse", "--show-toplevel")
        folder = os.path.join(top, line("rev-parse", "--git-path", "hooks", folder=top))
    except GitError as error:
        raise HookError(Said("there is no working tree of git here: {why}", why=error)) from None
    path = os.path.join(folder, kind)
    return Place(path, path + BEFORE)


def install(kind: str, options: Sequence[str] = ()) -> list[str]:
    """Install the hook, or renew it, and return what was done."""
    place = find_place(kind)
    os.makedirs(place.folder, exist_ok=True)
    state = owner(place.hook)
    if state == "edited":
        raise HookError(Said("{hook}: was edited by hand; move your lines elsewhere, and delete it", hook=place.hook))
    if state == "ours":
        replace(place.hook, script(kind, shell(place.before), options))
        return [Said("renewed {hook}", hook=place.hook)]
    if os.path.lexists(place.before):
        if state == "other" and not same(place.hook, place.before):
            raise HookError(
                Said("{before}: is in the way; it is the hook that was there before imss-check", before=place.before)
            )
        if state == "none":  # of ours only the renamed hook is left: it works again
            os.replace(place.before, place.hook)
        else:  # an installation was interrupted
            os.unlink(place.before)
        state = "other"
    if state == "none":
        replace(place.hook, script(kind, None, options))
        return [Said("installed {hook}", hook=place.hook)]
    second_name(place)
    try:
        replace(place.hook, script(kind, shell(place.before), options))
    except BaseException:
        os.unlink(place.before)
        raise
    return [
        Said("installed {hook}", hook=place.hook),
        Said("the hook that was there runs first: {before}", before=place.before),
    ]


def uninstall(kind: str) -> list[str]:
    """Remove the hook, give the one that was there its name back, and return what was done."""
    place = find_place(kind)
    state = owner(place.hook)
    if state == "edited":
        raise HookError(Said("{hook}: was edited by hand; move your lines elsewhere, and delete it", hook=place.hook))
    if state != "ours":
        others = [name for name in listed(place.folder) if owner(os.path.join(place.folder, name)) == "ours"]
        moved = [name for name in others if name.startswith(kind)]
        if moved:
            raise HookError(
                Said(
                    "{hook}: another hook has moved ours to {name}; remove that one first",
                    hook=place.hook,
                    name=moved[0],
                )
            )
        return [Said("no {kind} hook of imss-check is installed", kind=kind)]
    if os.path.lexists(place.before):
        os.replace(place.before, place.hook)
        return [Said("removed the hook of imss-check; {hook} is again what it was", hook=place.hook)]
    os.unlink(place.hook)
    return [Said("removed {hook}", hook=place.hook)]


def script(kind: str, runner: str | None, options: Sequence[str]) -> str:
    """Return the text of the hook; `runner` is the shell of the one that was there, if it is a shell script."""
    flag = "" if kind == "pre-commit" else f" --{kind}"
    body = BODY.format(
        flag=flag,
        python=shlex.quote(sys.executable),
        options="".join(f" {shlex.quote(option)}" for option in options),
        before=call(kind, runner),
    )
    body += RUN[kind]
    return f"{HEAD}{MARK}{digest(body)}\n{body}"


def call(kind: str, runner: str | None) -> str:
    """Return the shell command that runs the hook that was there, if there is one.

    It is found by its folder, for other tools move ours to other names. Some hooks ask for their own name (husky's do),
    so that a shell script is read under its old one.
    """
    old = '"${0%/*}"/' + kind
    run = f"""{runner} -c '. "$0{BEFORE}"' {old} "$@\"""" if runner else f'{old}{BEFORE} "$@"'
    return f"[ ! -x {old}{BEFORE} ] || {run}"


def shell(path: str) -> str | None:
    """Return the shell that a script asks for in its first line, with its options; None where it is no shell."""
    try:
        with open(path, "rb") as file:
            first = file.readline(256)
    except OSError:
        return None
    words = os.fsdecode(first[2:]).split() if first.startswith(b"#!") else []
    if words and os.path.basename(words[0]) == "env":
        name = words[1:2]
    else:
        name = [os.path.basename(word) for word in words[:1]]
    return shlex.join(words) if name and name[0] in SHELLS else None


def digest(body: str) -> str:
    """Return what tells whether a hook is as we wrote it."""
    return sha256(body.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def owner(path: str) -> str:
    """Return whose a hook is: `ours`, `edited` (ours, changed since), `other`, or `none` where there is no file."""
    if not os.path.lexists(path):
        return "none"
    try:
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            text = file.read()
    except OSError:
        return "other"
    start, _, body = text.removeprefix(HEAD).partition("\n")
    if not text.startswith(HEAD + MARK):
        return "other"
    return "ours" if start == MARK + digest(body) else "edited"


def listed(folder: str) -> list[str]:
    """Return the names in a folder; none where there is no folder."""
    with suppress(OSError):
        return sorted(os.listdir(folder))
    return []


def same(path: str, other: str) -> bool:
    """Whether two names are those of one file."""
    with suppress(OSError):
        return os.path.samestat(os.lstat(path), os.lstat(other))
    return False


def second_name(place: Place) -> None:
    """Give the hook that is there a second name: the same file, or a copy where the file system has no such links."""
    try:
        os.link(place.hook, place.before, follow_symlinks=False)
    except (OSError, NotImplementedError):
        import shutil

        shutil.copy2(place.hook, place.before, follow_symlinks=False)


def replace(path: str, text: str) -> None:
    """Put a program in the place of a file, whole or not at all."""
    draft = f"{path}.{os.getpid()}.tmp"
    try:
        with open(draft, "x", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(draft, 0o777 & ~umask())
        os.replace(draft, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise


def umask() -> int:
    """Return the mask of new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
