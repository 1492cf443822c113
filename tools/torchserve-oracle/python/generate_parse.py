#!/usr/bin/env python3
"""generate_parse.py SEED COUNT [--wild [SHARE]]: random model-config documents, one {"name", "yaml"} per line.

Without --wild the documents look like those recorded in model-config-parse.jsonl. --wild makes SHARE of them (default
all) from a wider grammar: odd scalars, tags, anchors, nested and flow collections, block scalars, directives, odd
characters, and random edits. Equal arguments give equal documents."""
import argparse
import json
import random
import sys

import wild_yaml
from plain_yaml import plain_document


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("seed")
    options.add_argument("count", type=int)
    options.add_argument("--wild", type=float, nargs="?", const=1.0, default=0.0)
    args = options.parse_args()
    rng = random.Random(f"parse {args.seed}")
    for number in range(args.count):
        if rng.random() < args.wild:
            row = {"name": f"w{args.seed}-{number:06d}", "yaml": wild_yaml.document(rng)}
        else:
            row = {"name": f"p{args.seed}-{number:06d}", "yaml": plain_document(rng)}
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
