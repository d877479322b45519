"""Property tests draw the same cases in each run; `HYPOTHESIS_PROFILE=search` draws new ones."""

from __future__ import annotations

import os

import pytest
from hypothesis import Phase, settings

from imss_check import parallel, said

os.environ["LC_ALL"] = "C.UTF-8"  # the language of whoever runs the tests is not ours

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.register_profile("mutants", derandomize=True, deadline=None, phases=(Phase.explicit, Phase.generate))
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command remembers which language its user speaks; the next test has another user."""
    monkeypatch.setattr(said, "spoken", lambda: "en")


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test checks what the program says today, and not what an earlier test was told."""
    monkeypatch.setattr(parallel, "results_folder", lambda: None)
