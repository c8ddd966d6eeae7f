"""Whether a cause was taken over from the period before."""

from sakip_rules.pemeriksaan import mirip, persen_mirip

__all__ = ["mirip", "persen_mirip"]
