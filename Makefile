# SAKIP: two commands on a fresh machine, `make demo` and `make test`. `make` alone lists them all.
# Needed: Python 3.11 or later with venv, and make. Everything else is installed into .venv.

PYTHON ?= python3
PORT   ?= 8000
RESET  ?= 0
TANGGAL ?=
UJI    ?=
UV     ?= uv

VENV    := .venv
PY      := $(VENV)/bin/python
DASAR   := $(VENV)/.dasar
LENGKAP := $(VENV)/.lengkap
PO      := $(wildcard src/sakip/terjemahan/*/LC_MESSAGES/*.po)
MO      := $(PO:.po=.mo)
PASANG  := $(PY) -m pip install -qq --disable-pip-version-check --no-deps

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo serve test check bench format po kunci terjemahan pasang bersih

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(DASAR) $(MO) ## start everything with demo data; PORT=8001, TANGGAL=2026-02-10 its day, RESET=1 start over
	@exec $(VENV)/bin/sakip demo --port "$(PORT)" $(if $(TANGGAL),--tanggal "$(TANGGAL)") $(if $(filter 1,$(RESET)),--reset)

serve: $(DASAR) $(MO) ## start everything with your own data; PORT=8001 another port
	@exec $(VENV)/bin/sakip serve --port "$(PORT)"

test: $(LENGKAP) $(MO) ## run all tests; UJI="tests/rules -k predikat" runs some
	@exec $(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(UJI)

check: $(LENGKAP) $(MO) ## lint, format, types, imports, migrations, templates, rule files
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) -W ignore::RuntimeWarning -m sakip.config makemigrations --check --dry-run
	$(PY) -m sakip.config.periksa_templat
	$(VENV)/bin/sakip regulasi periksa

bench: $(LENGKAP) $(MO) ## measure speed, each figure beside a reference taken in the same run
	@gagal=0; for berkas in bench/*.py; do \
	  printf '\n== %s\n' "$$berkas"; $(PY) "$$berkas" || gagal=1; \
	done; exit $$gagal

format: $(LENGKAP) ## put the source into its standard form
	$(VENV)/bin/ruff check --fix-only
	$(VENV)/bin/ruff format

pasang: $(LENGKAP) $(MO) ## only install, for an editor

terjemahan: $(MO) ## compile the translations

kunci: ## lock the requirements anew, with hashes (needs uv; UPGRADE=1 takes newer versions)
	@command -v $(UV) >/dev/null || { echo "kunci: butuh uv di PATH (pip install uv), atau sebut UV=/jalur/uv" >&2; exit 1; }
	$(UV) pip compile $(KUNCI) requirements/base.in -o requirements/base.txt
	$(UV) pip compile $(KUNCI) requirements/build.in -o requirements/build.txt
	$(UV) pip compile $(KUNCI) -c requirements/base.txt requirements/dev.in -o requirements/dev.txt
KUNCI := --quiet --generate-hashes --universal --python-version 3.11 --no-annotate --no-header \
         --no-emit-index-url --no-emit-find-links $(if $(filter 1,$(UPGRADE)),--upgrade)

bersih: ## remove the environment and caches; data in var/ stay
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(PY):
	@command -v $(PYTHON) >/dev/null || { \
	  echo "Python tidak ditemukan. Pasang Python 3.11 atau lebih baru (Debian: apt install python3 python3-venv)," >&2; \
	  echo "atau sebut tempatnya: make demo PYTHON=/jalur/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and "Python %d.%d terlalu lama; SAKIP butuh 3.11 atau lebih baru. Sebut yang lain: make demo PYTHON=python3.11" % v[:2])'
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Modul venv tidak ada di $(PYTHON). Debian/Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Membuat lingkungan Python di $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)

$(DASAR): requirements/base.txt requirements/build.txt pyproject.toml | $(PY)
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PY) -m ensurepip --upgrade >/dev/null
	@echo "Memasang kebutuhan program …"
	@$(PASANG) --require-hashes -r requirements/base.txt -r requirements/build.txt
	@$(PASANG) --no-index --no-build-isolation --editable .
	@touch $@

$(LENGKAP): requirements/dev.txt $(DASAR)
	@echo "Memasang alat pengembangan …"
	@$(PASANG) --require-hashes -r requirements/dev.txt
	@touch $@

%.mo: %.po | $(DASAR)
	@$(VENV)/bin/pybabel --quiet compile --input-file $< --output-file $@

# How sentences are found; the test of the translation reads this line and does the same.
EKSTRAK := --mapping=babel.cfg --no-default-keywords --keywords="_ gettext gettext_lazy gettext_noop ngettext:1,2 kalimat pola_kalimat galat" --add-location=file --sort-by-file --project=SAKIP --version=- --msgid-bugs-address=-
.PHONY: po
po: $(LENGKAP) ## collect new sentences into the English catalogue, untranslated and never guessed
	@mkdir -p build
	@$(VENV)/bin/pybabel --quiet extract $(EKSTRAK) --output-file=build/kalimat.pot src
	@$(VENV)/bin/pybabel --quiet update --locale=en --input-file=build/kalimat.pot --output-dir=src/sakip/terjemahan --domain=django \
	  --width=110 --ignore-obsolete --no-fuzzy-matching --ignore-pot-creation-date
	@$(VENV)/bin/pybabel --quiet compile --locale=en --directory=src/sakip/terjemahan --domain=django --statistics
