"""Starts the real TorchServe once per case and prints what came up. See README.md."""
import argparse
import concurrent.futures
import json
import signal
import sys
import time

import launch_case


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--jobs", type=int, default=1, help="servers at a time (1)")
    options.add_argument("--wait", type=float, default=30.0, help="most seconds for the workers of one case to settle (30)")
    options.add_argument("--full", action="store_true", help="everything the management API describes, not only the recorded keys")
    options.add_argument("--keep", action="store_true", help="keep the run directories /tmp/tso-*")
    options.add_argument("--only", help="run the case with this id only")
    args = options.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))

    cases = [case for case in json.load(sys.stdin) if args.only in (None, str(case["id"]))]
    rows = []
    begun = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        try:
            for row in pool.map(lambda case: launch_case.run(case, args.wait, args.keep, args.full), cases):
                rows.append(row)
                note = " UNSETTLED" if "unsettled" in row else ""
                print(f"{len(rows)}/{len(cases)} {time.monotonic() - begun:.0f} s: {row['id']}{note}", file=sys.stderr)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    json.dump(rows, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
