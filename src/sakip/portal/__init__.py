"""The public front: read-only, without sign-in."""
