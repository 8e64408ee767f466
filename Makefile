# SPDX-License-Identifier: Apache-2.0
# Each of these does its own set-up on a machine that has a Swift toolchain.

.PHONY: demo test check figures build install clean

## Builds the program, answers a question about the shipped dataset and draws the answer.
demo: build
	@Scripts/demo .build/release/entente

## Sets up, builds everything and runs all tests.
test:
	@Scripts/setup
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build

## Format, floors, documentation and data; not the tests.
check:
	@Scripts/check

## Draws the figures of Examples/, and every kind of figure in every theme on one page.
figures:
	@Scripts/setup
	swift build --product entente
	@Scripts/figures
	@Scripts/figure-sheet

## The program as it is distributed: optimised, with the Swift libraries inside.
build:
	@Scripts/setup
	swift build -c release --product entente $(shell Scripts/release-flags)

clean:
	rm -rf .build demo
