"""How often Python looks for rubbish in long-running processes."""

import gc


def tenangkan() -> None:
    """Leave what the program itself is made of out of every later search; call after start-up.

    Python searches all objects for cycles whenever some hundreds were made. An import makes a
    hundred thousand, and each search would walk through Django, the rules and every template again:
    measured, that doubled the time of an import.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
