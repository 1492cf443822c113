"""Starts one case and turns what was seen into a row like those of launches-golden.json."""
import re
import time

import paths
from launch_host import Host

TORCHSERVE = "v" + paths.torchserve_version()
DESCRIBED = ["minWorkers", "maxWorkers", "batchSize", "maxBatchDelay", "responseTimeout", "startupTimeout", "parallelType", "parallelLevel",
             "deviceType", "deviceIds", "useJobTicket", "continuousBatching", "stateful", "sequenceMaxIdleMSec", "sequenceTimeoutMSec",
             "maxNumSequence", "maxSequenceJobQueueSize"]
GAVE_UP = re.compile(r"Retry worker: |Backend worker error|Backend worker process died|in state WORKER_(?:ERROR|STOPPED)|-> WORKER_STOPPED")
STARTUP_LIMIT = 60


def run(case, wait=30.0, keep=False, full=False):
    with Host(case, keep) as host:
        started = await_server(host)
        described, unsettled = await_workers(host, wait) if started else ({}, [])
        result = row(case, host, started, described, full)
        if unsettled or not started and host.process.poll() is None:
            result["unsettled"] = unsettled  # ran out of time: do not compare
        return result


def await_server(host):
    """True when the management API answers; by then every model of load_models has been registered."""
    limit = time.monotonic() + STARTUP_LIMIT
    name = host.case["models"][0]["name"]
    while time.monotonic() < limit and host.process.poll() is None:
        if host.describe(name) is not None:
            return True
        time.sleep(0.15)
    return False


def await_workers(host, wait):
    """Describes the models until every worker is ready or has failed once; and names those that did neither in time."""
    limit = time.monotonic() + wait
    loaded_limit = float("inf")
    while True:
        described = {model["name"]: host.describe(model["name"]) for model in host.case["models"]}
        log = host.log()
        handled = {entry["worker"] for entry in host.records() if entry["what"] == "handler" and entry["rank"] <= 0}
        waiting = [worker for name, model in described.items() if model for worker in model["workers"]
                   if worker["status"] != "READY" and not failed(log, worker["id"], name)]
        if not waiting or time.monotonic() > loaded_limit:
            return described, []
        if time.monotonic() > limit:
            return described, [worker["id"] for worker in waiting]
        if all(worker["id"] in handled for worker in waiting):
            loaded_limit = min(loaded_limit, time.monotonic() + 2)  # loaded, and yet not ready: it may stay so
        time.sleep(0.25)


def failed(log, worker, model):
    thread = f" W-{worker}-{model}_"
    return any(thread in line and GAVE_UP.search(line) for line in log.splitlines())


def row(case, host, started, described, full):
    result = {"id": case["id"], "torchserve": TORCHSERVE, "gpusDetected": case["gpusDetected"], "configProperties": case["configProperties"],
              "models": [model_row(model, host, described.get(model["name"]), full) for model in case["models"]], "serverStarted": started}
    if not started and host.process.poll() is not None:
        result["exitCode"] = host.process.returncode
    log = host.log()
    result["errorsLogged"] = errors((log + host.console()).replace(host.dir, "…"))
    result["warningsLogged"] = sorted(set(re.findall(r"\[WARN \] \S+ org\.pytorch\.serve\.(?:archive\.model\.ModelConfig|wlm\.Model|ModelServer) - (.*)", log)))
    return result


def model_row(model, host, described, full):
    result = {key: model[key] for key in ("name", "modelConfig", "configFileMissing") if key in model}
    result["registered"] = bool(described)
    if described:
        result["describe"] = {key: described[key] for key in (described if full else DESCRIBED) if key in described and key != "workers"}
        queue = described.get("jobQueueStatus")  # since 0.8.2
        if queue:
            result["describe"]["queueCapacity"] = queue["remainingCapacity"] + queue["pendingRequests"]
        records = host.records()
        result["workers"] = [worker_row(worker, [r for r in records if r["worker"] == worker["id"]])
                             for worker in sorted(described["workers"], key=lambda worker: int(worker["id"]))]
    return result


def worker_row(worker, records):
    """A process counts as having come up when torchrun was called, or when a plain python worker got as far as its handler."""
    launched = next((r for r in records if r["what"] in ("torchrun", "python")), None)
    handled = next((r for r in records if r["what"] == "handler" and r["rank"] <= 0), None)
    usage = re.match(r"gpuId::(-?\d+)", worker["gpuUsage"] or "")
    result = {"id": worker["id"],
              "gpuIdGivenToHandler": handled["gpu_id"] if handled else int(usage[1]) if worker["gpu"] and usage else None,
              "ready": worker["status"] == "READY",
              "launcher": launched and launched["what"]}
    if launched and launched["what"] == "torchrun":
        script = next(i for i, word in enumerate(launched["argv"]) if word.endswith(".py"))
        result["argv"] = launched["argv"][:script]
        where = next(i for i, word in enumerate(result["argv"]) if word in ("--log-dir", "--log_dir")) + 1
        result["argv"][where] = "$LOG_LOCATION/" + result["argv"][where].rsplit("/", 1)[-1]
    up = launched if launched and launched["what"] == "torchrun" else handled
    if up:
        result.update({key: up[key] for key in ("CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS")})
    return result


def errors(log):
    found = re.findall(r"(?:^|\s|: )(?:[a-z]\w*\.)+([A-Z]\w*(?:Exception|Error))(?::[ \t]*(.*))?$", log, re.MULTILINE)
    return sorted({f"{name}: {message[:150]}" if message else name for name, message in found})
