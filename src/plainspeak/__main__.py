"""Run the command line with ``python -m plainspeak``."""

from plainspeak.cli import main

if __name__ == "__main__":
    main(prog_name="plainspeak")
