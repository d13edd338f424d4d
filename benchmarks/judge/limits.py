"""Runs a command under limits: `limits CPU_SECONDS MEMORY_BYTES COMMAND…`, without a network."""

import os
import resource
import sys


def main() -> None:
    seconds, memory = int(sys.argv[1]), int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000_000, 500_000_000))
    os.execvp(sys.argv[3], sys.argv[3:])  # noqa: S606 - the command is ours


if __name__ == "__main__":
    main()
