"""Python runs this before anything else: notes that a worker process came up."""
import record

if any(word.endswith("model_service_worker.py") for word in record.command_line()) and "LOCAL_RANK" not in record.os.environ:
    if not any(word.endswith("torchrun.py") for word in record.command_line()):
        record.write("python", record.command_line())
