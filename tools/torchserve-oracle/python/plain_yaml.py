"""Documents in the style of the recorded rows: frontend keys with good and bad spellings, few syntax errors."""

INTEGER_KEYS = ["minWorkers", "maxWorkers", "batchSize", "maxBatchDelay", "responseTimeout", "startupTimeout",
                "parallelLevel", "maxRetryTimeoutInSec", "clientTimeoutInMills", "jobQueueSize", "sequenceMaxIdleMSec",
                "sequenceTimeoutMSec", "maxSequenceJobQueueSize", "maxNumSequence"]
FLAG_KEYS = ["useJobTicket", "continuousBatching", "sequenceBatching", "asyncCommunication", "useVenv"]
INTEGERS = ["", "+3", "-0", "-1", "-5", "-.5", ".5", ".inf", "0", "00", "010", "08", "0:30", "0X10", "0b11", "0o17",
            "0x10", "1", "1,000", "190:20:30", "1:30", "1:60", "1_000", "1__0", "_1", "1e-5", "1e3", "1.5e3", "2", "4",
            "8", "4 # four", "4.", "4.0", "4\t", "2147483647", "-2147483648", "2147483648", "99999999999", "four",
            "null", "true", "yes", "~", '"4"', "'4'", '!!int "3"', "!!str 3", "!!float 3", "[4]", "{a: 1}"]
FLAGS = ["true", "True", "TRUE", "false", "False", "tRue", "yes", "Yes", "no", "on", "OFF", "y", "Y", "n", "0", "1",
         "null", '"true"', '!!bool "yes"', "[true]"]
DEVICE_TYPES = ["cpu", "gpu", "Cpu", "GPU", '"gpu"', "'cpu'", '" gpu"', " gpu ", "cuda", "xpu", "neuron", "null", "",
                "1", "true", "on", "[gpu]", ">-\n  gpu", "|\n  gpu"]
DEVICE_IDS = ["[0]", "[0, 1]", "[1,0]", "[0, 0]", "[]", "[-1]", "[0, 1.0]", '[0, "1"]', "[010, 0x2]", "[1:30]",
              "[2147483648]", "[[0]]", "{0: 1}", "0", "0,1", '"0,1"', "null", "\n- 0\n- 1", "\n  - 0\n  - 2"]
PARALLEL_TYPES = ["pp", "tp", "pptp", "custom", "TP", "Pp", '"tp"', "'pp '", "tp # tensor", "tensor", "ddp", "null", "",
                  '""', "4", "[tp]"]
TORCHRUN_INTEGERS = ["nproc-per-node", "nnodes", "node-rank", "monitor-interval", "OMP_NUMBER_THREADS"]
TORCHRUN_STRINGS = ["rdzv-backend", "rdzv-endpoint", "rdzv-conf"]
STRINGS = ["c10d", '"c10d"', "static", "localhost:29500", '"localhost:29500"', "10.0.0.1:29400", "host:0", "29500",
           "1:30", "null", "true"]
TORCHRUN_OTHERS = ["nproc_per_node: 2", "max-restarts: 2", "rdzv-id: 2", "master-addr: 2", "OMP_NUM_THREADS: 2"]
TORCHRUN_NON_STRINGS = ["1: 2", "on: 2", "null: 1"]
TORCHRUN_ODD = ["{}", "[]", "null", "4", "true", '"x"', "{nproc-per-node: 2}", "{nproc-per-node: 4}",
                '{nproc-per-node: "4"}', "{nproc-per-node: gpu}"]
SECTIONS = ['handler:\n    model_path: "m/x"\n    max_length: 50\n    lr: 1e-5', "deepspeed:\n    config: ds-config.json",
            "pippy:\n  chunks: 1\n  input_names: ['input_ids']"]
NON_STRING_KEYS = ["1: 2", "on: 1", "true: 1", "yes: x", "null: 1", "~: 2", "3.5: b", "2020-01-01: a", "? [a]\n: 1"]
BROKEN = ["\tminWorkers: 1", "a: b: c", "key: [1, 2", 'z: "unterminated', "x: *nope", "y: !foo 1", "- x",
          "{{ workers }}: 1", "---"]
WHOLE = ["", "# only\n", "~\n", "[]\n", "{}\n", "- a\n", '"s"\n', "42\n", "minWorkers:1\n", "on: 1\n", "---\n",
         "handler:\n"]
BASE = "base: &b\n  parallelLevel: 2\n  torchrun:\n    nproc-per-node: 4"


def misspelt(rng, key):
    return rng.choice([key.lower(), key.upper(), key[0].upper() + key[1:], key + "s", f'"{key}"'])


def integer(rng):
    return str(rng.randint(1, 2000)) if rng.random() < 0.35 else rng.choice(INTEGERS)


def torchrun(rng):
    if rng.random() < 0.13:
        return "torchrun: " + rng.choice(TORCHRUN_ODD)
    lines = [f"{key}: {rng.choice(INTEGERS)}" for key in rng.sample(TORCHRUN_INTEGERS, rng.randint(1, 3))]
    if rng.random() < 0.45:
        lines.append(f"{rng.choice(TORCHRUN_STRINGS)}: {rng.choice(STRINGS)}")
    if rng.random() < 0.22:
        lines.append(rng.choice(TORCHRUN_OTHERS))
    if rng.random() < 0.025:
        lines.append(rng.choice(TORCHRUN_NON_STRINGS))
    if rng.random() < 0.12:
        lines.append(rng.choice(lines))
    indent = rng.choice(["  ", "    "])
    return "torchrun:\n" + "\n".join(indent + line for line in lines)


def item(rng):
    pick = rng.random()
    if pick < 0.36:
        key = rng.choice(INTEGER_KEYS)
        if rng.random() < 0.07:
            key = misspelt(rng, key)
        return f"{key}: {integer(rng)}"
    if pick < 0.48:
        return f"{rng.choice(FLAG_KEYS)}: {rng.choice(FLAGS)}"
    if pick < 0.56:
        return f"deviceType: {rng.choice(DEVICE_TYPES)}"
    if pick < 0.64:
        return f"deviceIds: {rng.choice(DEVICE_IDS)}"
    if pick < 0.72:
        return f"parallelType: {rng.choice(PARALLEL_TYPES)}"
    if pick < 0.87:
        return torchrun(rng)
    if pick < 0.955:
        return rng.choice(SECTIONS)
    if pick < 0.984:
        return "# comment"
    if pick < 0.993:
        return rng.choice(NON_STRING_KEYS)
    return rng.choice(BROKEN)


def plain_document(rng):
    if rng.random() < 0.02:
        return rng.choice(WHOLE)
    items = [item(rng) for _ in range(rng.randint(1, 9))]
    while rng.random() < 0.2:
        items.append(rng.choice(items))
    if rng.random() < 0.06:
        items.insert(0, BASE)
        items.insert(rng.randint(1, len(items)), "<<: *b")
    if rng.random() < 0.025:
        items.insert(0, "---")
    if rng.random() < 0.006:
        items[:0] = ["%YAML 1.2", "---"]
    if rng.random() < 0.004:
        items.append("...")
    text = "\n".join(items) + ("" if rng.random() < 0.06 else "\n")
    if rng.random() < 0.05:
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if rng.random() < 0.02 else "") + text
