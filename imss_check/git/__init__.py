"""What git knows: what is staged, what changed, what is pushed; and the hook that asks."""
