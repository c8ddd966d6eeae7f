"""Django's PostgreSQL backend, with messages an operator can act on."""
