"""Fills the tables of June the way the units would, with other programs than the one that made them: openpyxl, and
LibreOffice for the old format of Excel.

It also fills the tables of `examples/06-tables-from-units`. Run from the root of the repository, after `cargo build`:

    python3 tests/month/fill.py target/debug/shangdang

What the units send goes to `tests/golden/a-month.in/收件` (three of the tables are bad on purpose) and
`tests/golden/a-month.in/更正` (those three, corrected). The figures are those of the shipped reports of June, so that a
test can hold the verdicts on the collected month against those on the shipped one. The tests need only the files that
lie there; when the forms change, run this again.
"""

import csv
import datetime
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib

import openpyxl

STORY = "tests/golden/a-month.in"
MONTH = "2022-06"
KEYS = ("percent", "done", "value", "state")
STATES = {"normal": "正常", "problem": "有问题"}


def reading(entry, recurring):
    """What a unit types into the cell of the month."""
    if recurring:
        return "未完成" if entry.get("state") == "problem" else "已完成"
    key = next(key for key in KEYS if key in entry)
    if key in ("percent", "value") and 0 < abs(entry[key]) < 1:
        return f"{entry[key]}%"  # as a plain number it could as well be that many hundred percent
    return STATES.get(entry[key], entry[key])


def rows(sheet):
    """The rows of the items: by item, and by the occurrence where the row names one."""
    found = {}
    for row in range(7, sheet.max_row + 1):
        name = sheet.cell(row, 1).value
        if name:
            item, _, occurrence = str(name).partition("\n")
            found[item, occurrence.strip("（）")] = row
    return found


def fill(book, report):
    sheet = book.worksheets[0]
    places = rows(sheet)
    choices = [area for rule in sheet.data_validations.dataValidation
               if rule.type == "list" and "已完成" in (rule.formula1 or "") for area in rule.sqref.ranges]

    def write(address, value):
        assert not sheet[address].protection.locked, f"{address} is locked"
        sheet[address] = value

    for address, key in (("B5", "submitted"), ("E5", "reporter"), ("H5", "approver")):
        if report.get(key):
            write(address, report[key])
    for entry in report.get("entries", []):
        # The row of the present occurrence names none.
        named = entry["item"], entry.get("occurrence", "")
        row = places[named if named in places else (entry["item"], "")]
        recurring = any(f"G{row}" in area for area in map(cells, choices))
        write(f"G{row}", reading(entry, recurring))
        for column, key in (("I", "note"), ("J", "problem"), ("K", "next")):
            if entry.get(key):
                write(f"{column}{row}", entry[key])
    return sheet, places


def cells(area):
    """The addresses of an area."""
    return {f"{openpyxl.utils.get_column_letter(column)}{row}"
            for row in range(area.min_row, area.max_row + 1) for column in range(area.min_col, area.max_col + 1)}


def save(book, path):
    # Saved anew, a workbook would bear the hour of saving.
    book.properties.created = book.properties.modified = datetime.datetime(2022, 6, 22)
    book.save(path)


def as_old_excel(path):
    """The same table as LibreOffice saves it for Excel 97."""
    folder = os.path.dirname(path)
    subprocess.run(["soffice", "--headless", "--convert-to", "xls", "--outdir", folder, path], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.remove(path)


def as_gbk(sheet, path):
    """The same table as Excel saves it as CSV on a Chinese desk."""
    with open(path, "w", newline="", encoding="gbk") as file:
        writer = csv.writer(file)
        for row in sheet.iter_rows(values_only=True):
            writer.writerow(["" if value is None else value for value in row])


def main(program):
    with tempfile.TemporaryDirectory() as work:
        office, forms = os.path.join(work, "office"), os.path.join(work, "forms")
        run = lambda *arguments: subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL)
        run("init", office, "--from", "shangdang-2022")
        for month in range(1, 6):
            shutil.copytree(f"data/reports/2022-{month:02}", f"{office}/reports/2022-{month:02}")
        run("-C", office, "form", "--month", MONTH, "-o", forms)
        inbox, corrected = os.path.join(STORY, "收件"), os.path.join(STORY, "更正")
        for folder in (inbox, corrected):
            shutil.rmtree(folder, ignore_errors=True)
            os.makedirs(folder)
        for path in sorted(glob.glob(f"data/reports/{MONTH}/*.toml")):
            unit = os.path.basename(path).removesuffix(".toml")
            with open(path, "rb") as file:
                report = tomllib.load(file)
            form = glob.glob(os.path.join(forms, f"{MONTH}-{unit}-*.xlsx"))[0]
            name = os.path.basename(form)
            book = openpyxl.load_workbook(form)
            sheet, places = fill(book, report)
            if unit == "water":
                # 0.3 may be 0.3 % or 30 %, and something typed over a choice.
                right = sheet[f"G{places['4.3', '']}"].value
                sheet[f"G{places['4.3', '']}"] = right / 100
                sheet[f"G{places['7.1', '']}"] = "良好"
                save(book, os.path.join(inbox, name))
                book = openpyxl.load_workbook(form)
                fill(book, report)
                save(book, os.path.join(corrected, name))
            elif unit == "beicheng":
                # Fewer villages than last month, and not a word why.
                row = places["6.6", ""]
                note = sheet[f"I{row}"].value
                assert note, "a figure that falls has a note"
                sheet[f"I{row}"] = None
                save(book, os.path.join(inbox, name))
                sheet[f"I{row}"] = note
                save(book, os.path.join(corrected, name))
            elif unit == "sudian":
                # An amount in words.
                row = places["6.6", ""]
                right, sheet[f"G{row}"] = sheet[f"G{row}"].value, "三个村"
                save(book, os.path.join(inbox, name))
                sheet[f"G{row}"] = right
                save(book, os.path.join(corrected, name))
            elif unit == "agriculture":
                old = os.path.join(inbox, name)
                save(book, old)
                as_old_excel(old)
            elif unit == "handian":
                as_gbk(sheet, os.path.join(inbox, "韩店街道6月报表.csv"))
            else:
                save(book, os.path.join(inbox, name))


def example(program):
    """Two tables of the example, one of them bad, and that one corrected."""
    place = "examples/06-tables-from-units"
    with tempfile.TemporaryDirectory() as forms:
        subprocess.run([program, "-C", place, "form", "--month", MONTH, "-o", forms], check=True,
                       stdout=subprocess.DEVNULL)
        water = {"submitted": datetime.date(2022, 6, 22), "entries": [
            {"item": "1.1", "percent": 30, "note": "便道修通，下游进场", "next": "7月底前过半"},
            {"item": "1.2", "state": "normal"},
            {"item": "1.3", "state": "normal"}]}
        sudian = {"submitted": datetime.date(2022, 6, 21), "entries": [
            {"item": "2.1", "done": 2, "note": "又有1个村通水"}]}
        for folder in ("收件", "更正"):
            shutil.rmtree(os.path.join(place, folder), ignore_errors=True)
            os.makedirs(os.path.join(place, folder))
        for unit, report in (("water", water), ("sudian", sudian)):
            form = glob.glob(os.path.join(forms, f"{MONTH}-{unit}-*.xlsx"))[0]
            book = openpyxl.load_workbook(form)
            sheet, places = fill(book, report)
            name = os.path.basename(form)
            if unit == "water":
                save(book, os.path.join(place, "更正", name))
                sheet[f"G{places['1.1', '']}"] = 0.3
            save(book, os.path.join(place, "收件", name))


if __name__ == "__main__":
    main(sys.argv[1])
    example(sys.argv[1])
