"""Stand-in for torchrun: records its command line and starts the ranks of one node with the environment torchrun gives them.
No rendezvous, no restarts; the first rank to end takes the others with it, as torchrun's agent does."""
import os
import signal
import subprocess
import sys
import time

import record  # on PYTHONPATH

MOST_RANKS = 64  # a guard for the machine, far above any case we generate


def main():
    argv = sys.argv[1:]
    script = next(i for i, word in enumerate(argv) if word.endswith(".py"))
    record.write("torchrun", ["torchrun"] + argv)
    ranks = min(int(argv[argv.index("--nproc-per-node") + 1]), MOST_RANKS)
    children = []

    def stop(*_):
        for child in children:
            child.kill()
        os._exit(1)

    signal.signal(signal.SIGTERM, stop)
    for rank in range(ranks):
        place = {"LOCAL_RANK": rank, "RANK": rank, "WORLD_SIZE": ranks, "LOCAL_WORLD_SIZE": ranks, "GROUP_RANK": 0}
        children.append(subprocess.Popen([sys.executable, "-u"] + argv[script:], env={**os.environ, **{k: str(v) for k, v in place.items()}}))
    while all(child.poll() is None for child in children):
        time.sleep(0.2)
    stop()


main()
