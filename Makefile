# Two commands for a new user: `make demo` and `make test`. Both set up what is missing.

SWIFT ?= swift
PYTHON ?= python3
EXAMPLES := Examples

.PHONY: demo test setup build release bench eval-structure format lint clean

demo: release
	@$(BIN)/calque --show-source $(EXAMPLES) || test $$? -eq 1

test: setup .venv/ready
	$(SWIFT) test

build: setup
	$(SWIFT) build

release: setup
	$(SWIFT) build -c release --product calque

# Where SwiftPM puts release products; asked only when a recipe needs it.
BIN = $(shell $(SWIFT) build -c release --show-bin-path)

setup:
	@Scripts/set-up

# The validators of real formats that the tests call.
.venv/ready: Scripts/python-requirements.txt
	Scripts/python-environment

bench: release
	Benchmarks/run

# Recall on planted defects and silence on sound articles; EVAL is a folder of evaluation data.
eval-structure: release
	$(PYTHON) Evaluation/planted --evaluation $(EVAL) --binary $(BIN)/calque

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Plugins Rules/BuiltInRules.swift

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Plugins Rules/BuiltInRules.swift

clean:
	$(SWIFT) package clean
