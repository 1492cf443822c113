"""What a TorchServe worker's own reading of the file gives: ts.utils.util.get_yaml_config opens it as text and calls
yaml.safe_load (the pure Python loader)."""
import io
import sys

import yaml

sys.setrecursionlimit(1000)  # Python's default, stated because deep documents depend on it


def load(data):
    return yaml.safe_load(io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def outcome(data):
    try:
        load(data)
    except Exception as error:
        return type(error).__name__
    return "ok"


def tree(data):
    try:
        return _tree(load(data), [])
    except Exception as error:
        return {"thrown": type(error).__name__}


def _tree(value, open_ids):
    kind = type(value).__name__
    if value is None:
        return {"type": "null"}
    if isinstance(value, (dict, list, tuple)):
        if id(value) in open_ids:
            return {"type": "recursive"}
        inside = open_ids + [id(value)]
        if isinstance(value, dict):
            return {"type": kind, "entries": [[_tree(k, inside), _tree(v, inside)] for k, v in value.items()]}
        return {"type": kind, "items": [_tree(v, inside) for v in value]}
    return {"type": kind, "value": str(value)}
