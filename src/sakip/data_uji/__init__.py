"""A whole invented regency, to measure speed on and to try things out; all of it is CONTOH.

``rancangan`` says how much, ``indikator`` and ``baris`` what the figures are, ``muat`` lays them,
``tabel`` writes the same rows as a table for the import.
"""
