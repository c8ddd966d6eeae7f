"""The rules of SAKIP as pure functions: no clock, no database, no framework, no float."""
