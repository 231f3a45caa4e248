"""How a check ends: it returns what is well, or raises one of these."""


class Failed(Exception):
    """What is wrong, and what to do."""


class Warned(Exception):
    """What will hurt later, and what to do."""


class Skipped(Exception):
    """Why there was nothing to check."""
