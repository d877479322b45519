"""Words of `imss-check claim`, in English: features and cues are called what the program calls them."""

FEATURES: dict[str, str] = {}
CUES: dict[str, str] = {}
