# milepost: build, demonstrate, test. Every target can be run again.
SHELL := /bin/bash
SITE ?= site
PYTHON ?= python3
RELEASE := .build/release/milepost
# All that can be built in; the demonstration does without, so that the first build stays short.
TRAITS := --traits Server,Postgres
# Without it traits reach the compiler in another order each time, and everything is built anew.
SWIFT := SWIFT_DETERMINISTIC_HASHING=1 swift
BUILD_TESTS := $(SWIFT) build --build-tests $(TRAITS) --disable-xctest -Xswiftc -warnings-as-errors
TEST := swift test --skip-build $(TRAITS) --disable-xctest -Xswiftc -warnings-as-errors

.PHONY: demo build tools dist test test-web test-slow test-server lint bench bench-store bench-server docs screenshots clean

## demo: install what is missing, build, compile the reference workspace, say where the site is
demo: build
	@$(RELEASE) assess Examples/connect-2030
	@$(RELEASE) build Examples/connect-2030 --output $(SITE)
	@echo "open file://$(CURDIR)/$(SITE)/index.html"

build: tools
	@swift build -c release --product milepost

## tools: Debian packages that the build needs; nothing happens when they are there
tools:
	@Scripts/install-tools

## dist: one program for servers, with its service and installer, in dist/
dist: tools
	@Scripts/dist

## test-server: the answers against their schemas and descriptions, then 200 connections for a minute
test-server: tools
	@$(SWIFT) build -c release --product milepost $(TRAITS)
	@Scripts/test-served
	@Scripts/test-api
	@Scripts/test-load 60

## test: quick and complete enough for every change
test: tools
	$(BUILD_TESTS)
	$(TEST)

## test-web: the site in headless Chromium
test-web: build
	@Scripts/test-web

## test-slow: what takes longer; run before a release
test-slow: build
	swift build -c release --product Trials
	.build/release/Trials mutations Examples/connect-2030
	.build/release/Trials faults Examples/connect-2030
	.build/release/Trials faults Examples/isles
	$(BUILD_TESTS)
	MILEPOST_SLOW=1 MILEPOST_SDMX_PYTHON="$$(Scripts/sdmx-tools)" $(TEST)
	@Scripts/test-word
	@MILEPOST_TRAITS="$(TRAITS)" Scripts/test-sdmx
	@Scripts/test-served .build/debug/milepost
	@MILEPOST_EXAMPLES=20 Scripts/test-api .build/debug/milepost
	@Scripts/test-load 60 .build/debug/milepost
	@Scripts/fuzz all 100000

lint:
	swift format lint --strict -r Sources Tests Package.swift

## screenshots: the pictures of docs/images, anew
screenshots: build
	@Scripts/screenshots

bench: build
	@Benchmarks/run.sh
	@Scripts/build-exchange Benchmarks/SDMXTables.swift .build/exchange/sdmx-tables
	@"$$(Scripts/sdmx-tools)" Benchmarks/sdmx.py .build/exchange/sdmx-tables
	@Scripts/build-exchange Benchmarks/Exchange.swift .build/exchange/exchange
	@"$$(Scripts/sdmx-tools)" Benchmarks/exchange.py .build/exchange/exchange

## bench-store: a store of ten million observations beside DuckDB; PYTHON has duckdb and numpy
bench-store: tools
	@Benchmarks/store.sh $(PYTHON)

## bench-server: a series in JSON beside nginx with the same bytes as a file
bench-server: tools
	@$(SWIFT) build -c release --product milepost $(TRAITS)
	@Benchmarks/server.sh

## docs: DocC pages of the model, in .build-docs/site
docs: tools
	@mkdir -p .build-docs/graphs
	swift build --target MilepostModel --scratch-path .build-docs -Xswiftc -emit-symbol-graph \
	  -Xswiftc -emit-symbol-graph-dir -Xswiftc $(CURDIR)/.build-docs/graphs \
	  -Xswiftc -symbol-graph-minimum-access-level -Xswiftc package
	docc convert Sources/MilepostModel/MilepostModel.docc --additional-symbol-graph-dir .build-docs/graphs \
	  --fallback-display-name MilepostModel --fallback-bundle-identifier org.milepost.model \
	  --transform-for-static-hosting --output-path .build-docs/site

clean:
	rm -rf .build .build-docs .build-dist dist $(SITE)
