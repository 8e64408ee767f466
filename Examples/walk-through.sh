#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# From a question to a table and a figure. Run it where Graphs/ is, with entente on the PATH.
set -eu
if [ $# -ne 1 ]; then
  echo "usage: Examples/walk-through.sh FOLDER" >&2
  exit 2
fi
mkdir -p "$1"

# How are two states connected, and who says so?
entente path Poland Turkmenistan

# Three ways from a state to an organisation: for reading, for a report, for a spreadsheet.
entente path Kazakhstan ICMPD -k 3
entente path Kazakhstan ICMPD -k 3 -o "$1/path.md"
entente path Kazakhstan ICMPD -k 3 -o "$1/path.csv"

# What was there on a day? Programmes on border management in one state.
entente list programmes --area "border management" --state Tajikistan --as-of 2022-01-01
entente list programmes --area "border management" --state Tajikistan -o "$1/programmes.csv"

# All about one node, with every value where sources disagree.
entente show "EU Strategy on Central Asia"

# Figures for a report: the paths, the links of a programme, the types of the dataset.
entente path Kazakhstan ICMPD -k 3 -o "$1/path.svg"
entente draw neighbours BOMCA --types Programme,State,StateGroup,Organisation -o "$1/bomca.svg"
entente draw schema -o "$1/types.svg"
