"""The look: Jinja2 macros, one style sheet, one small script. It has no data of its own."""
