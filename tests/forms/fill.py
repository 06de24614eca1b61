"""Fills forms the way units do, with another program than the one that made them.

Run from the root of the repository, after `cargo build`, with openpyxl and LibreOffice at hand:

    python3 tests/forms/fill.py

It makes the forms of `tests/forms/plan` with the program itself, fills them in, and writes what units would send back
to `tests/forms/filled`. The tests read only what lies there; they also hold the locked cells of the filled forms
against the forms made now, so that what lies there stays honest.
"""
import glob
import os
import shutil
import subprocess
import datetime
import openpyxl

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
