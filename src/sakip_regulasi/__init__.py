"""The legal texts as data: one folder per text, read by ``sakip_rules.regulasi``."""
