"""Fills forms the way units do, with other programs than the one that made them: openpyxl and LibreOffice.

Run from the root of the repository, after `cargo build`:

    python3 tests/forms/fill.py target/debug/shangdang

It makes the forms of `tests/golden/tables-come-back.in` with the program itself, fills them in, and writes what the
units would send back into the folders `收件` (first) and `再收` (after correction) there. The tests need only what lies
there. They hold the locked cells of the filled forms against the forms made now: when those change, run this again.
"""

import csv
import datetime
import glob
import os
import shutil
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.styles import Alignment

PLAN = "tests/golden/tables-come-back.in"
MONTH = "2022-06"


def form(folder, unit):
    """The form of a unit, as openpyxl sees it."""
    path = glob.glob(os.path.join(folder, f"{MONTH}-{unit}-*.xlsx"))[0]
    book = openpyxl.load_workbook(path)
    return os.path.basename(path), book, book.worksheets[0]


def fill(sheet, cells):
    for address, value in cells.items():
        assert not sheet[address].protection.locked, f"{address} is locked"
        sheet[address] = value


def save(book, name, folder):
    # Saved anew, a workbook would bear the hour of saving.
    day = datetime.datetime(2022, 6, 22)
    book.properties.created = day
    book.properties.modified = day
    book.save(os.path.join(folder, name))


def housing(forms, inbox):
    name, book, sheet = form(forms, "housing")
    fill(sheet, {
        "B5": datetime.date(2022, 6, 22),
        "E5": "示例填报人",
        "H5": "示例审核人",
        "G7": 0.4,
        "I7": "支管进场，完成两条街",
        "K7": "7月底前过半",
        "G8": "正常",
        "G9": 35.5,
    })
    # Who types 40% into a cell gets this.
    sheet["G7"].number_format = "0%"
    save(book, name, inbox)


def water(forms, inbox):
    """Filled in an older program, which saves .xls."""
    name, book, sheet = form(forms, "water")
    fill(sheet, {
        "B5": "2022年6月23日",
        "G7": "未完成",
        "I7": "一季度漏测，无法补",
        "G8": "已完成",
        "G9": "９１．２％",
        "G10": "正常",
    })
    with tempfile.TemporaryDirectory() as folder:
        save(book, "filled.xlsx", folder)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "xls", "--outdir", folder,
             os.path.join(folder, "filled.xlsx")],
            check=True, capture_output=True)
        target = name.replace(".xlsx", ".xls")
        shutil.copy(os.path.join(folder, "filled.xls"), os.path.join(inbox, target))


def sudian(inbox):
    """A table of their own, saved as text in the encoding of an older Excel."""
    rows = [
        ["苏店镇农村治污工作进度表", "", "", "", ""],
        ["填报单位：苏店镇", "", "", "填报月份：2022年6月", ""],
        ["序号", "工作内容", "完成数（村）", "工作进展", "存在的问题"],
        ["1", "村庄污水设施", "３个村", "第3个村通水", "管材涨价"],
        ["合计", "", "3", "", ""],
        ["填报人：示例填报人", "", "审核人：示例审核人", "", "2022年6月21日"],
    ]
    path = os.path.join(inbox, "苏店镇6月.csv")
    with open(path, "w", encoding="gbk", newline="") as file:
        csv.writer(file).writerows(rows)


def ecology(inbox, figure):
    """A table of their own: headings in two rows, merged cells, another sheet beside it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "进展"
    sheet["A1"] = "区生态环境分局2022年6月重点工作进展"
    sheet.merge_cells("A1:F1")
    for address, text in {
        "A2": "序号", "B2": "备注", "C2": "本月", "E2": "事项编号", "F2": "事项名称",
        "C3": "完成率", "D3": "进展情况",
        "A4": 1, "B4": "无", "C4": figure, "D4": "排查完成", "E4": 3.4, "F4": "入河排污口整治",
        "A6": "说明：以上数据截至6月20日",
    }.items():
        sheet[address] = text
        sheet[address].alignment = Alignment(horizontal="center")
    for region in ("A2:A3", "B2:B3", "C2:D2", "E2:E3", "F2:F3"):
        sheet.merge_cells(region)
    book.create_sheet("通讯录")["A1"] = "办公室"
    save(book, "分局进展.xlsx", inbox)


def percent():
    """What an older program keeps of a percentage: the number and its format."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row, (value, shown) in enumerate([(0.35, "0%"), (0.35, "General"), (0.625, "0.0%")], 1):
        sheet.cell(row, 1, value).number_format = shown
    with tempfile.TemporaryDirectory() as folder:
        save(book, "percent.xlsx", folder)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "xls", "--outdir", "tests/forms",
             os.path.join(folder, "percent.xlsx")],
            check=True, capture_output=True)


def yincheng(forms, inbox, cells, source=None):
    if source:
        book = openpyxl.load_workbook(source)
        name, sheet = os.path.basename(source), book.worksheets[0]
    else:
        name, book, sheet = form(forms, "yincheng")
    fill(sheet, cells)
    save(book, name, inbox)


def main():
    program = os.path.abspath(sys.argv[1])
    inbox, again = (os.path.join(PLAN, name) for name in ("收件", "再收"))
    for folder in (inbox, again):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
    with tempfile.TemporaryDirectory() as forms:
        run = [program, "-C", PLAN, "--lang", "zh"]
        subprocess.run(run + ["form", "--month", MONTH, "-o", forms], check=True)
        housing(forms, inbox)
        water(forms, inbox)
        sudian(inbox)
        percent()
        ecology(inbox, 0.35)
        # Fewer than in May, and a figure in words; no day of filing that is one.
        yincheng(forms, inbox, {"B5": "六月下旬", "G7": 2, "G8": "五公里"})
        ecology(again, "35%")
        # What comes back after correction is the copy that was returned.
        with tempfile.TemporaryDirectory() as returns:
            # Something is refused here on purpose.
            subprocess.run(run + ["collect", inbox, "-n"], check=False)
            trial = os.path.join(returns, "plan")
            shutil.copytree(PLAN, trial)
            run[2] = trial
            subprocess.run(run + ["collect", inbox, "--returns", returns], check=False)
            source = glob.glob(os.path.join(returns, "*荫城镇-退回.xlsx"))[0]
            yincheng(None, again, {
                "B5": datetime.date(2022, 6, 22),
                "G7": 2,
                "I7": "复核发现1个村未通水，从完工数中扣减",
                "G8": 3.25,
            }, source)
    with open(os.path.join(inbox, "说明.txt"), "w", encoding="utf-8") as file:
        file.write("示例数据，非真实情况\n")


if __name__ == "__main__":
    main()
