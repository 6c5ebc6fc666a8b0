"""Run the command line with ``python -m plainspeak``."""

from plainspeak.cli import run

if __name__ == "__main__":
    run()
