#!/usr/bin/env python3
"""generate_launches.py SEED COUNT [--wide]: random cases for `launch`, a JSON array.

Without --wide in the style of launches-random.json; --wide adds to it asynchronous workers, sequence keys, both orders of torchrun and
parallelLevel, merges, broken and fatal documents, missing files, a third model, snapshots, and more and odd properties. Equal arguments give equal cases."""
import argparse
import json
import random
import sys

MODELS_JSON = json.dumps({"g": {"1.0": {"minWorkers": 2, "maxWorkers": 2, "batchSize": 4, "maxBatchDelay": 50, "responseTimeout": 33,
                                        "startupTimeout": 44}}}, separators=(",", ":"))
SNAPSHOT = {"defaultVersion": True, "marName": "g", "minWorkers": 1, "maxWorkers": 2, "batchSize": 3, "maxBatchDelay": 40, "responseTimeout": 33}
ODD_NUMBERS = ["-3", "0", "2.7", "1e1", "04", "3000000000", '"4"', '"+4"', '"007"', '"x"', '""', "null", "true", "[3]", "[3,4]", "{}"]
ODD_PROPERTIES = ["job_queue_size=0005", "job_queue_size : 7", "job_queue_size=1\\\n  7", "job_queue_size=+6", "job_queue_size=8 ", "number_of_gpu=-1",
                  "default_startup_timeout=x", "default_workers_per_model=-1", "initial_worker_port=-5", "models={'g':{'1.0':{batchSize=6}}}",
                  'models={"g":1}', 'models={"g":{},"g":{}}', 'models={"g":{"1.0":{"batchSize":4,}}}', "models=[]", "models="]
DEVICE_TYPES = ["cpu", "gpu", "Cpu", "GPU", '"gpu"', "cuda", "neuron"]
DEVICE_IDS = ["[0, 1]", "[0, 1, 2, 3]", "[0, 2, 4, 6]", "[2, 3, 4, 5]", "[1]", "[5]", "[1, 1]", "[]", "[-1, 0]", '"0,1"', '[0, "1"]']
PARALLEL_TYPES = ["tp", "tp", "TP", "pp", '"pp"', "pptp", "custom", "ddp"]
BROKEN = ["minWorkers: 1\n\tmaxWorkers: 2\n", "x: *nope\n", "minWorkers: 1\n---\nmaxWorkers: 2\n", "x: !foo 1\n", "minWorkers: 4\t\nmaxWorkers: 4\n"]
FATAL = ["", "# nothing\n", "- minWorkers: 1\n", "on: 1\n", "minWorkers:1\n", "1: 2\nminWorkers: 1\n", "torchrun:\n  1: 2\n", "x: !!int y\n"]


def maybe(rng, share, line):
    return [line] if rng.random() < share else []


def torchrun(rng):
    lines = ["nproc-per-node: " + rng.choice(["1", "2", "2", "3", "4", "4", "0", "gpu", '"1"', '"2"', '"4"', '"3"'])]
    lines += maybe(rng, 0.3, f"OMP_NUMBER_THREADS: {rng.randint(0, 8)}")
    lines += maybe(rng, 0.15, f"nnodes: {rng.choice([1, 1, 2])}")
    lines += maybe(rng, 0.1, "monitor-interval: 7")
    lines += maybe(rng, 0.06, "rdzv-endpoint: localhost:" + rng.choice(["0", "29650"]))
    lines += maybe(rng, 0.04, "nproc_per_node: 3")
    return "torchrun:\n" + "\n".join("    " + line for line in lines)


def workers(rng):
    low = rng.choice([1, 1, 2, 2, 3, 4, 4, 0])
    pick = rng.random()
    if pick < 0.12:
        return []
    if pick < 0.2:
        return [f"minWorkers: {low}"]
    if pick < 0.26:
        return [f"maxWorkers: {rng.choice([1, 3, 5])}"]
    return [f"minWorkers: {low}", f"maxWorkers: {low if rng.random() < 0.7 else rng.choice([0, 1, 3, 4, 5])}"]


def parallel(rng):
    pick = rng.random()
    if pick < 0.35:
        return []
    kind = "parallelType: " + rng.choice(PARALLEL_TYPES)
    level = f"parallelLevel: {rng.choice([1, 2, 2, 3, 4, 4])}"
    if pick < 0.7:
        chosen = [kind, torchrun(rng)] if rng.random() < 0.9 else [torchrun(rng)]
    elif pick < 0.88:
        chosen = [kind, level] if rng.random() < 0.6 else [level]
    else:
        chosen = [kind, level, torchrun(rng)]
    rng.shuffle(chosen)
    return chosen


def other_keys(rng):
    lines = maybe(rng, 0.36, "batchSize: " + rng.choice(["8", "4", "1", "0", "2.0", '"4"']))
    lines += maybe(rng, 0.34, f"maxBatchDelay: {rng.choice([100, 50, 200, 0, -5])}")
    lines += maybe(rng, 0.27, "responseTimeout: " + rng.choice(["60", "300", "1200", "0", "-1", "1:30", '"300"']))
    lines += maybe(rng, 0.24, f"startupTimeout: {rng.choice([600, 1200, 0])}")
    lines += maybe(rng, 0.2, f"jobQueueSize: {rng.choice([10, 500, 0, -1])}")
    lines += maybe(rng, 0.07, f"maxRetryTimeoutInSec: {rng.choice([0, 60])}")
    lines += maybe(rng, 0.08, "useJobTicket: " + rng.choice(["true", "yes", '"true"']))
    lines += maybe(rng, 0.04, "continuousBatching: " + rng.choice(["true", "on"]))
    return lines + maybe(rng, 0.28, "handler:\n    model_path: models/x\n    max_length: 50")


def wide_keys(rng):
    lines = maybe(rng, 0.3, "asyncCommunication: " + rng.choice(["true", "true", "yes", '"true"', "1"]))
    lines += maybe(rng, 0.15, "sequenceBatching: true") + maybe(rng, 0.2, f"sequenceMaxIdleMSec: {rng.choice([0, 5000, -1, 60000])}")
    lines += maybe(rng, 0.1, "sequenceTimeoutMSec: 9") + maybe(rng, 0.1, "maxNumSequence: " + rng.choice(["5", "0", '"5"']))
    lines += maybe(rng, 0.1, f"maxSequenceJobQueueSize: {rng.choice([0, 3, 10])}")
    lines += maybe(rng, 0.1, "maxRetryTimeoutInSec: 2147484") + maybe(rng, 0.1, "clientTimeoutInMills: 3000000000")
    lines += maybe(rng, 0.06, "MinWorkers: 3") + maybe(rng, 0.06, "minWorkers: 02") + maybe(rng, 0.06, "maxWorkers: '4'")
    lines += maybe(rng, 0.05, "deviceIds: [00, 1]") + maybe(rng, 0.05, "deviceType: >-\n  cpu") + maybe(rng, 0.05, "deviceType: |\n  cpu")
    lines += maybe(rng, 0.06, "parallelLevel: -3") + maybe(rng, 0.06, "torchrun: {}") + maybe(rng, 0.03, "torchrun: 4")
    return lines


def config(rng, wide):
    pick = rng.random()
    if pick < 0.1:
        return {"modelConfig": None}
    if wide and pick < 0.14:
        return {"modelConfig": rng.choice(BROKEN)}
    if wide and pick < 0.17:
        return {"modelConfig": rng.choice(FATAL)}
    if wide and pick < 0.18:
        return {"modelConfig": None, "configFileMissing": True}
    lines = workers(rng) + maybe(rng, 0.42, "deviceType: " + rng.choice(DEVICE_TYPES))
    lines += maybe(rng, 0.28, "deviceIds: " + rng.choice(DEVICE_IDS)) + parallel(rng) + other_keys(rng)
    if wide:
        lines += wide_keys(rng) + (parallel(rng) if rng.random() < 0.15 else [])
    if not lines:
        lines = ["handler: {}"]
    if rng.random() < (0.6 if wide else 0.1):
        rng.shuffle(lines)
    if wide and rng.random() < 0.08:
        lines.insert(0, "base: &b\n  parallelLevel: 2\n  torchrun:\n    nproc-per-node: 3")
        lines.insert(rng.randint(1, len(lines)), "<<: *b")
    return {"modelConfig": "\n".join(lines) + "\n"}


def properties(rng, wide):
    lines = maybe(rng, 0.1, "models=" + MODELS_JSON) + maybe(rng, 0.1, "default_response_timeout=77")
    lines += maybe(rng, 0.1, "default_startup_timeout=88") + maybe(rng, 0.09, "job_queue_size=33")
    lines += maybe(rng, 0.14, f"number_of_gpu={rng.randint(0, 5)}") + maybe(rng, 0.1, f"default_workers_per_model={rng.randint(1, 3)}")
    if wide:
        lines += maybe(rng, 0.08, "models=" + MODELS_JSON.replace('"minWorkers":2', '"minWorkers":' + rng.choice(["1", "3", "0"])))
        lines += maybe(rng, 0.05, "default_workers_per_model=0") + maybe(rng, 0.04, "initial_worker_port=9100")
        lines += maybe(rng, 0.04, "initial_distribution_port=29600") + maybe(rng, 0.04, "default_response_timeout=0")
        lines += maybe(rng, 0.08, rng.choice(ODD_PROPERTIES)) + maybe(rng, 0.08, odd_models(rng)) + maybe(rng, 0.06, snapshot(rng))
    return lines


def odd_models(rng):
    key = rng.choice(["minWorkers", "batchSize", "maxBatchDelay", "responseTimeout", "startupTimeout", "parallelLevel"])
    return f'models={{"{rng.choice("gggz")}":{{"{rng.choice(["1.0", "1.0", "2.0"])}":{{"{key}":{rng.choice(ODD_NUMBERS)}}}}}}}'


def snapshot(rng):
    """A snapshot of the first model, sometimes with a value that is missing or odd; the models beside it are not loaded."""
    state = dict(SNAPSHOT)
    key = rng.choice([*SNAPSHOT, "startupTimeout", "parallelLevel"])
    if rng.random() < 0.3:
        state.pop(key, None)
    elif key not in ("marName", "defaultVersion"):
        state[key] = json.loads(rng.choice([number for number in ODD_NUMBERS if number != "04"]))
    return "model_snapshot=" + json.dumps({"name": "x", "modelCount": 1, "models": {"g": {"1.0": state}}}, separators=(",", ":"))


def case(rng, number, wide):
    names = ["g", "h"] if rng.random() < 0.22 else ["g"]
    if wide and rng.random() < 0.1:
        names = ["g", "h", "i"]
    gpus = rng.choice([0, 1, 2, 2, 3, 3, 4, 4, 6, 8, 8, 8])
    lines = properties(rng, wide)
    if any(line.startswith("model_snapshot") for line in lines):
        names = ["g"]
    return {"id": number, "gpusDetected": gpus, "configProperties": lines,
            "models": [{"name": name, **config(rng, wide)} for name in names]}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("seed")
    options.add_argument("count", type=int)
    options.add_argument("--wide", action="store_true")
    args = options.parse_args()
    rng = random.Random(f"launches {args.seed}")
    json.dump([case(rng, number, args.wide) for number in range(args.count)], sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
