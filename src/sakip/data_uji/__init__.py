"""A whole invented regency, to measure speed on and to try things out; all of it is CONTOH.

``rancangan`` says how much, ``indikator`` and ``baris`` what the figures are, ``pohon`` what the
plans look like; ``muat`` and ``rencana`` lay them, ``tabel`` writes the figures as a table for the
import.
"""
