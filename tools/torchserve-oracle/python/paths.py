"""Where things are. Everything follows from the private environment whose Python runs this: HOME/venv."""
import importlib.metadata
import os
import subprocess
import sys
import sysconfig

HERE = os.path.dirname(os.path.abspath(__file__))
JAVA_SOURCES = os.path.join(os.path.dirname(HERE), "java")
VENV_PYTHON = sys.executable
SITE = sysconfig.get_path("purelib")
JAR = os.path.join(SITE, "ts", "frontend", "model-server.jar")
BUILD = os.path.join(os.path.dirname(sys.prefix), "build")
FAST_TMP = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def torchserve_version():
    return importlib.metadata.version("torchserve")


def compile_java(name):
    """Compiles java/<name>.java against the jar when it is newer than its class; gives the class path."""
    source = os.path.join(JAVA_SOURCES, name + ".java")
    target = os.path.join(BUILD, name + ".class")
    if not os.path.exists(target) or os.path.getmtime(target) < os.path.getmtime(source):
        os.makedirs(BUILD, exist_ok=True)
        subprocess.run(["javac", "-nowarn", "-cp", JAR, "-d", BUILD, source], check=True)
    return BUILD + os.pathsep + JAR
