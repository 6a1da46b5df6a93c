# `make` alone lists the targets: the text after `##` is a target's description.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup build demo test check lint format generate build-all policy validate growth fuzz tsan coverage mutants bench clean static install uninstall release

PREFIX ?= /usr/local
DESTDIR ?=

validators := .build-validators/bin
# Only Linux can link an executable that needs no library at all.
static_flags := $(if $(filter Linux,$(shell uname -s)),-Xswiftc -static-executable)

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: ## install what is missing on this machine
	@scripts/setup

build: ## build the release executable, .build/release/leidraad
	swift build -c release --product leidraad

# Exit code 1 is a verdict, not a fault: the example has gaps on purpose.
demo: setup build ## check the example of a small youth-work organisation
	@code=0; .build/release/leidraad check examples/youth-work --color auto || code=$$?; \
	case $$code in \
	  0) ;; \
	  1) echo 'Exit code 1 means: the guideline does not meet the requirement yet. This example has gaps on purpose.' ;; \
	  *) echo "The demo failed: exit code $$code." >&2; exit $$code ;; \
	esac

test: setup ## run all tests
	swift test

# That the generated files are fresh is one of the tests.
check: setup lint build-all test policy validate growth ## everything that CI runs

lint: ## check the format of the Swift files
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Fuzz

format: ## format the Swift files in place
	swift format --in-place --recursive --parallel Package.swift Sources Tests Fuzz

generate: ## write the files that are made of others, after a change of a policy
	@scripts/generate

# Package.swift turns warnings into errors in every target of this package.
build-all: ## build everything, tests included; a warning is an error
	swift build --build-tests

policy: build-all ## lint the policies and try out their examples
	.build/debug/leidraad policy lint --strict
	.build/debug/leidraad policy test --mutate

validate: build-all ## let other people's validators judge what we write
	scripts/setup --validators
	Tests/Validators/run .build/debug/leidraad $(validators)/python

growth: static ## count instructions: twice the files may be twice the work, not more
	Benchmarks/growth .build-static/release/leidraad

bench: ## measure the floor, the peers and the product side by side (SIZES="1 100" for a short run)
	scripts/setup --peers
	Benchmarks/run $(SIZES)

fuzz: setup ## feed all ways in with any bytes at all, MINUTES=10 in all
	scripts/fuzz $(or $(MINUTES),10)

tsan: setup ## look for races, twenty runs on eight threads
	scripts/sanitize-threads

coverage: setup ## count the lines that the tests run; at least 95 per cent of the reader and the core
	scripts/coverage

mutants: setup ## change the core in SAMPLE=200 small places, one at a time (SEED=1, JOBS=2): do the tests notice?
	scripts/mutants $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(SEED),--seed $(SEED)) $(if $(JOBS),--jobs $(JOBS))

clean: ## remove everything that was built
	rm -rf .build .build-static .build-validators .build-bench .build-fuzz .build-threads .build-coverage .build-mutants dist out

static: ## build one static executable, .build-static/release/leidraad
	swift build -c release --product leidraad --scratch-path .build-static $(static_flags)

install: static ## install it under PREFIX (/usr/local) with completions and manual pages, honours DESTDIR
	scripts/place .build-static/release/leidraad "$(DESTDIR)$(PREFIX)"

uninstall: ## remove what was installed
	scripts/place --remove "$(DESTDIR)$(PREFIX)"

release: static ## make dist/: one static executable, an archive, what it is made of, checksums
	scripts/release .build-static/release/leidraad
