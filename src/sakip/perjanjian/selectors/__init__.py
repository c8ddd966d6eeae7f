"""Reads of agreements and plans of action."""

from sakip.perjanjian.selectors.berlaku import ButirBerlaku, target_berlaku

__all__ = ["ButirBerlaku", "target_berlaku"]
