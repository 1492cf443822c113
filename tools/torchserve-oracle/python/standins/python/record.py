"""Appends one observation to the file that ORACLE_RECORD names."""
import json
import os
import sys


def socket_of(argv):
    """The worker's number: the port, or what follows the last dot of the socket's name."""
    for flag in ("--sock-name", "--port"):
        if flag in argv:
            return argv[argv.index(flag) + 1].rsplit(".", 1)[-1]
    return None


def write(what, argv, **more):
    row = {"what": what, "worker": socket_of(argv), "argv": argv, "rank": int(os.environ.get("LOCAL_RANK", -1)),
           "CUDA_VISIBLE_DEVICES": os.environ.get("CUDA_VISIBLE_DEVICES"), "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS"), **more}
    with open(os.environ["ORACLE_RECORD"], "a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


def command_line():
    return sys.orig_argv
