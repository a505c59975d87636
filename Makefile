# Two commands for a new user: `make demo` and `make test`. Both set up what is missing.

SWIFT ?= swift
PREFIX ?= /usr/local
# The product carries all its libraries, at a fixed address and where the system can map it in large pages,
# so that it starts in a third of the time and runs without them; and it asks the Swift runtime for its types
# by their addresses, not by names that would have to be read. See Documentation/Decisions/static-linking.md.
# The register of the frame pointer is for the loops, which take a fiftieth less time with it; FRAMES= leaves it
# to profilers.
ARCHIVES := $(CURDIR)/.build/archives
FRAMES ?= --omit-frame-pointers
RELEASE := -c release $(FRAMES) --product calque --static-swift-stdlib -Xswiftc -L$(ARCHIVES) \
  -Xswiftc -use-ld=lld -Xlinker -no-pie -Xlinker --as-needed -Xlinker -z -Xlinker max-page-size=0x200000 \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
FORMATTED := Package.swift Sources Tests Plugins

.PHONY: demo test setup build release install dist bench bench-gate bench-growth compare-builds eval-quotes \
  eval-rules eval-structure catalogue format lint clean

demo: release
	@echo
	@.build/release/calque --show-source Examples || test $$? -eq 1

# Half a million lines, of which the failures and the last are shown.
test: setup .venv/ready
	@Scripts/quiet-tests .build/tests.txt $(SWIFT) test

build: setup
	$(SWIFT) build

release: setup
	@Scripts/static-archives $(ARCHIVES)
	$(SWIFT) build $(RELEASE) $$(cat $(ARCHIVES)/options)

# Stripped into its place: “install -s” writes the file in small pieces, which Linux keeps in small pages,
# and a run on an article takes 1.4 times as long until it is read anew.
install: release
	install -d $(DESTDIR)$(PREFIX)/bin
	strip -o $(DESTDIR)$(PREFIX)/bin/.calque .build/release/calque
	mv $(DESTDIR)$(PREFIX)/bin/.calque $(DESTDIR)$(PREFIX)/bin/calque

# An archive with the program and what goes with it, and its checksum, in .build/dist.
dist: release
	Scripts/distribution .build/release/calque .build/dist

setup:
	@Scripts/set-up

# The validators of real formats that the tests call.
.venv/ready: Scripts/python-requirements.txt Scripts/python-environment
	Scripts/python-environment

# The figures of the README.
bench: release
	Benchmarks/run

# Recall on planted defects and silence on sound articles; EVAL is a folder of evaluation data.
eval-structure: release
	$(PYTHON) Evaluation/planted --evaluation $(EVAL) --binary .build/release/calque

# Instructions counted against the last recorded ones.
bench-gate: release
	@Scripts/set-up valgrind
	Benchmarks/instructions --gate

# Whether the time grows with the text and no faster, on thirty kinds of odd text.
bench-growth: release
	@Scripts/set-up valgrind
	Benchmarks/growth

# make compare-builds A=path/to/calque B=path/to/calque ON=folder
compare-builds:
	Benchmarks/compare-builds $(A) $(B) $(ON)

# make eval-quotes EVAL=folder; says so and ends well where the data is not there.
EVAL ?= ../shared/eval
eval-quotes: release
	Evaluation/quotes --data $(EVAL)

# make eval-rules EVAL=folder SEED=1: the rules of source languages on machine translation and on news
# written by people. Writes the figures that levels come from, and a sample of findings for reading.
SEED ?= 1
eval-rules: release
	Evaluation/rules --data $(EVAL) --figures Evaluation/rule-figures.tsv \
	  --sample .build/evaluation/rules-$(SEED).txt --seed $(SEED)

# A page for every pack of rules.
catalogue: release
	.build/release/calque rules --format markdown --output Documentation/Rules

format:
	$(SWIFT) format --in-place --recursive --parallel $(FORMATTED)

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(FORMATTED)

clean:
	$(SWIFT) package clean
