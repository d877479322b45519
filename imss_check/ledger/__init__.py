"""The ledger: the figures of published drafts, and the facts that each rests on."""
