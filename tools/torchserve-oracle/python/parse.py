"""Runs documents through TorchServe's own model-config reader and through PyYAML. See README.md."""
import argparse
import base64
import itertools
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading

import paths
import pyyaml_side

BATCH = 200


def document(row):
    if "yamlHex" in row:
        return bytes.fromhex(row["yamlHex"])
    return row["yaml"].encode("utf-8", "surrogatepass")


def python_side(job):
    data, debug = job
    return pyyaml_side.outcome(data), pyyaml_side.tree(data) if debug else None


def java_command(file, debug):
    return [
        "java", "-Xmx1g", "-XX:+UseSerialGC", "-Dlog4j2.configurationFile=" + os.path.join(paths.JAVA_SOURCES, "quiet-log4j2.xml"),
        "-cp", paths.compile_java("ParseOracle"), "ParseOracle", file,
    ] + (["--debug"] if debug else [])


def assemble(row, seen, python, debug, messages):
    result = {key: row[key] for key in ("name", "yaml", "yamlHex") if key in row}
    result["outcome"] = seen["outcome"]
    if python is not None:
        result["python"] = python[0]
    for key in ("modelConfig", "thrown") + (("message", "snakeyaml_2_1") if debug else ("message",) if messages else ()):
        if key in seen:
            result[key] = seen[key]
    if debug and python is not None:
        result["pyyaml_6_0_3"] = python[1]
    return result


def as_line(row):
    line = json.dumps(row, ensure_ascii=False) + "\n"
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair
        line = json.dumps(row) + "\n"
    return line


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--debug", action="store_true", help="add node types and messages, as in parse-golden.json")
    options.add_argument("--messages", action="store_true", help="add the exception message")
    options.add_argument("--no-python", action="store_true", help="leave the `python` field out (faster)")
    options.add_argument("--jobs", type=int, default=2, help="processes for PyYAML")
    args = options.parse_args()

    lines = (line for line in sys.stdin if line.strip())
    with tempfile.TemporaryDirectory(dir=paths.FAST_TMP, prefix="parse-oracle-") as work, \
            multiprocessing.Pool(args.jobs) as pool:
        java = subprocess.Popen(java_command(os.path.join(work, "model-config.yaml"), args.debug),
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        while batch := [json.loads(line) for line in itertools.islice(lines, BATCH * args.jobs)]:
            documents = [document(row) for row in batch]
            python = [None] * len(batch)
            pending = None if args.no_python else pool.map_async(python_side, [(d, args.debug) for d in documents], 25)
            request = b"".join(base64.b64encode(d) + b"\n" for d in documents)
            writer = threading.Thread(target=lambda: (java.stdin.write(request), java.stdin.flush()))
            writer.start()
            seen = [json.loads(java.stdout.readline()) for _ in batch]
            writer.join()
            if pending is not None:
                python = pending.get()
            for row, one, two in zip(batch, seen, python):
                sys.stdout.write(as_line(assemble(row, one, two, args.debug, args.messages)))
        java.stdin.close()
        java.wait()


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
