"""SAKIP: the accountability cycle of a regency, served to its people."""
