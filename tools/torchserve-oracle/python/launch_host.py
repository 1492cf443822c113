"""The files and the process of one TorchServe start, in a directory of its own."""
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import urllib.error
import urllib.request

import paths

STANDINS = os.path.join(paths.HERE, "standins")
PORT_KEYS = ["inference_address", "management_address", "metrics_address", "grpc_inference_port", "grpc_management_port"]
CORES = 2  # the recording machine had 2; without GPUs it is the default number of workers
HIDDEN = ("CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS", "JAVA_TOOL_OPTIONS", "LOCAL_RANK")


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    try:
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]
    finally:
        for one in sockets:
            one.close()


class Host:
    """with Host(case) as host: TorchServe is starting. Everything it started is gone afterwards."""

    def __init__(self, case, keep=False):
        self.case = case
        self.keep = keep

    def __enter__(self):
        # short: the name of a unix socket has at most 107 bytes
        self.dir = tempfile.mkdtemp(prefix="tso-", dir="/tmp")
        self.record_file = self.path("record.jsonl")
        self.log_file = self.path("logs/ts_log.log")
        for name in ("store", "tmp", "logs"):
            os.mkdir(self.path(name))
        for model in self.case["models"]:
            self._write_model(model)
        self._write_properties()
        with open(self.path("console.log"), "wb") as console:
            self.process = subprocess.Popen(self._command(), cwd=self.dir, env=self._environment(), start_new_session=True,
                                            stdin=subprocess.DEVNULL, stdout=console, stderr=console)
        return self

    def __exit__(self, *_):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait()
        if not self.keep:
            shutil.rmtree(self.dir, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.dir, name)

    def _write_model(self, model):
        """A model directory in the store, as an unpacked archive made with --config-file."""
        home = self.path("store/" + model["name"])
        os.makedirs(home + "/MAR-INF")
        described = {"modelName": model["name"], "handler": "handler.py", "modelVersion": "1.0"}
        if model.get("configFileMissing"):
            described["configFile"] = "nofile.yaml"
        elif model["modelConfig"] is not None:
            described["configFile"] = "model-config.yaml"
            with open(home + "/model-config.yaml", "wb") as file:
                file.write(model["modelConfig"].encode("utf-8", "surrogatepass"))
        shutil.copy(os.path.join(STANDINS, "handler.py"), home)
        manifest = {"createdOn": "01/01/2025 00:00:00", "runtime": "python", "model": described, "archiverVersion": "0.12.0"}
        with open(home + "/MAR-INF/MANIFEST.json", "w") as file:
            json.dump(manifest, file)

    def _write_properties(self):
        self.ports = dict(zip(PORT_KEYS, free_ports(len(PORT_KEYS))))
        lines = [f"{key}={port}" if key.startswith("grpc") else f"{key}=http://127.0.0.1:{port}" for key, port in self.ports.items()]
        lines += ["disable_token_authorization=true", "disable_system_metrics=true",
                  "load_models=" + ",".join(model["name"] for model in self.case["models"])]
        with open(self.path("config.properties"), "w") as file:
            file.write("\n".join(lines + self.case["configProperties"]) + "\n")

    def _command(self):
        """What `torchserve --start --ncs` runs, with options that only save time and memory, and a fixed core count."""
        return ["java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", f"-XX:ActiveProcessorCount={CORES}",
                "-Dmodel_server_home=" + paths.SITE, "-Djava.io.tmpdir=" + self.path("tmp"), "-cp", ".:" + paths.JAR,
                "org.pytorch.serve.ModelServer", "--python", paths.VENV_PYTHON, "-f", self.path("config.properties"),
                "-s", self.path("store"), "-ncs"]

    def _environment(self):
        env = {key: value for key, value in os.environ.items() if key not in HIDDEN and not key.startswith("TS_")}
        env.update(PATH=os.path.join(STANDINS, "bin") + os.pathsep + env["PATH"], PYTHONPATH=os.path.join(STANDINS, "python"),
                   PYTHONDONTWRITEBYTECODE="1", LOG_LOCATION=self.path("logs"), METRICS_LOCATION=self.path("logs"),
                   ORACLE_GPUS=str(self.case["gpusDetected"]), ORACLE_RECORD=self.record_file, ORACLE_STANDINS=STANDINS,
                   ORACLE_PYTHON=paths.VENV_PYTHON)
        return env

    def describe(self, name):
        """The management API's description; None when the server does not answer, False when it has no such model."""
        url = f"http://127.0.0.1:{self.ports['management_address']}/models/{name}"
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=10) as reply:
                return json.load(reply)[0]
        except urllib.error.HTTPError:
            return False
        except OSError:
            return None

    def records(self):
        return [json.loads(line) for line in self._text(self.record_file).splitlines(keepends=True) if line.endswith("\n")]

    def log(self):
        return self._text(self.log_file)

    def console(self):
        return self._text(self.path("console.log"))

    def _text(self, file):
        try:
            with open(file, encoding="utf-8", errors="replace") as opened:
                return opened.read()
        except FileNotFoundError:
            return ""
