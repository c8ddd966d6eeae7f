"""Documents: frozen data → section tree → PDF.

``bahan`` holds what a document is made of, as plain data that is stored with it; ``pohon`` is what
it says, part by part (``susunan_dokumen`` of the rules says which parts there must be); ``cetak``
sets any tree with Typst. Nothing here reads the database or a clock, so a document can be printed
again, byte for byte, from the data it was issued with. The words are Indonesian in every language
of the screen: what is issued is an official text.
"""
