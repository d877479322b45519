"""Property tests draw the same cases in each run; `HYPOTHESIS_PROFILE=search` draws new ones."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

os.environ["LC_ALL"] = "C.UTF-8"  # the language of the one who runs the tests is not ours
