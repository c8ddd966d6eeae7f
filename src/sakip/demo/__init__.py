"""The demo: two real governments with published figures, and invented people who work there.

Everything goes through the services that users' acts go through, as the right account.
"""

from sakip.demo.muat import muat

__all__ = ["muat"]
