"""Writes tests/cases/tables.json: tables of many offices, packed by openpyxl and xlwt, and what is right for each.

    pip install openpyxl xlwt
    python3 tests/forms/tables.py
"""

import base64
import datetime
import io
import json
import pathlib

import openpyxl
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

PLAN = """title = "示例区水污染防治行动方案"
start = "2022-01"
end = "2023-06"
report-day = 23
sample = true

[units.housing]
name = "区住建局"
full-name = "示例区住房和城乡建设局"
kind = "department"

[units.water]
name = "区水利局"
kind = "department"

[units.ecology]
name = "区生态环境分局"
kind = "branch"

[units.chengguan]
name = "城关街道"
full-name = "城关街道办事处"
kind = "subdistrict"

[units.sudian]
name = "苏店镇"
kind = "township"

[units.yincheng]
name = "荫城镇"
kind = "township"
"""

TASKS = """number = 1
title = "治污"
section = "一"
lead = ["housing"]
"""

ITEMS = [
    ("1.1", "城镇雨污分流改造", 'milestones = [{ by = "2022-06", percent = 50 }, { by = "2023-06", percent = 100 }]'),
    ("1.2", "主干管铺设", 'lead = ["housing", "chengguan"]\nquantity = { total = 12, unit = "公里" }\ndue = "2023-06"'),
    ("1.10", "泵站改造", 'due = "2023-06"'),
    ("1.11", "农村污水治理", 'lead = ["sudian", "yincheng"]\nquantity = { total = 20, unit = "村" }\ndue = "2023-06"'),
    ("1.12", "黑臭水体整治", 'lead = ["sudian", "yincheng"]\nquantity = { total = 8.5, unit = "公里" }\ndue = "2023-06"'),
    ("1.13", "水质监测", 'lead = ["water"]\nrecurring = { every = "quarter" }'),
    ("1.14", "断面达标率", 'lead = ["ecology"]\nindicator = { compare = "at-least", target = 90, unit = "%", due = "2022-06" }'),
    ("1.15", "出水总磷", 'lead = ["ecology"]\nindicator = { compare = "at-most", target = 0.4, unit = "mg/L", due = "2022-06" }'),
    ("1.16", "巡河", 'lead = ["water", "sudian", "yincheng"]\nstanding = true'),
]

cases = []
MAY = "reports/2022-05/{}.toml"
JUNE = "reports/2022-06/{}.toml"


def case(id, why, file, content, *right, args=()):
    one = {"id": id, "why": why, "file": file}
    if isinstance(content, str):
        one["text"] = content
    else:
        one["base64"] = base64.b64encode(content).decode()
    one["right"] = list(right) or ["refused"]
    one["args"] = list(args)
    cases.append(one)


def june(unit, **_):
    return lambda **figures: {JUNE.format(unit): {key[1:].replace("_", "."): value for key, value in figures.items()}}


housing, water, ecology, chengguan, sudian, yincheng = (
    june(unit) for unit in ["housing", "water", "ecology", "chengguan", "sudian", "yincheng"]
)


def xlsx(write, **more):
    book = openpyxl.Workbook()
    # The same bytes on any day.
    book.properties.created = book.properties.modified = datetime.datetime(2022, 6, 1)
    write(book.active, **more)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def sheet(rows, then=lambda sheet: None):
    def write(sheet):
        for row in rows:
            sheet.append(row)
        then(sheet)

    return xlsx(write)


def xls(write):
    book = xlwt.Workbook()
    write(book.add_sheet("六月"))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def formatted(cell, code):
    def then(sheet):
        sheet[cell].number_format = code

    return then


HEAD = [["区住建局2022年6月进展表"], ["事项编号", "事项", "累计完成"]]


def row(item, title, figure, code="General"):
    return sheet(HEAD + [[item, title, figure]], formatted("C3", code))


# Workbooks of today.

case("X1", "a city's own shape: numbers, merged titles, a column of units, grouped headings", "六月.xlsx", sheet(
    [["示例区水污染防治行动方案"], ["2022年6月工作进展情况表（苏店镇）"],
     ["序号", "事项编号", "任务内容", "责任单位", "完成进度", None, "存在问题"],
     [None, None, None, None, "计划", "实际", None],
     [1, "1.11", "农村污水治理", "苏店镇", 8, 5, "管材涨价"], [2, "1.12", "黑臭水体整治", "苏店镇、荫城镇", 4, 2.5, None]],
    lambda sheet: [sheet.merge_cells(cells) for cells in ["A1:G1", "A2:G2", "E3:F3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "G3:G4"]],
), sudian(_1_11="5", _1_12="2.5"))
case("X2", "a figure in a row that nobody sees", "a.xlsx", sheet(HEAD + [["1.1", None, 60], ["1.10", None, 30]], lambda sheet: setattr(sheet.row_dimensions[4], "hidden", True)))
case("X3", "0.496 is seen as 50%", "a.xlsx", row("1.1", None, 0.496, "0%"))
case("X4", "a figure whose format shows nothing", "a.xlsx", row("1.1", None, 60, ";;;"))
case("X5", "1.1 as a number that shows 1.10", "a.xlsx", sheet(HEAD + [[1.1, None, 60]], formatted("A3", "0.00")))
case("X6", "the same with the title beside it", "a.xlsx", sheet(HEAD + [[1.1, "泵站改造", 60]]), housing(_1_10="60"))
case("X7", "kilometres in the number format", "a.xlsx", row("1.2", None, 3.5, '0.0"公里"'), housing(_1_2="3.5"))
case("X8", "metres in the number format", "a.xlsx", row("1.2", None, 3500, '0"米"'))
case("X9", "a fraction", "a.xlsx", row("1.2", None, 3.5, "# ?/?"))
case("X10", "a percentage as Excel keeps it", "a.xlsx", row("1.1", None, 0.355, "0.0%"), housing(_1_1="35.5"))
case("X11", "a formula that was never computed", "a.xlsx", row("1.1", None, "=30+30"))
case("X12", "5/12 that became a day", "a.xlsx", row("1.1", None, datetime.date(2022, 5, 12), 'm"月"d"日"'))
case("X13", "the month is a date that shows no day", "a.xlsx", sheet(
    [["区住建局", datetime.date(2022, 6, 1)], HEAD[1], ["1.1", None, 60]], formatted("B1", 'yyyy"年"m"月"')), housing(_1_1="60"), "refused")
case("X14", "the day of printing is no month", "a.xlsx", sheet(
    [["区住建局2022年6月进展表", None, datetime.date(2022, 7, 5)], HEAD[1], ["1.1", None, 60]]), housing(_1_1="60"))
case("X15", "two figures for one item", "a.xlsx", sheet(HEAD + [["1.1", None, 60], [None, None, 40]], lambda sheet: sheet.merge_cells("A3:A4")))
case("X16", "one figure merged over two items by their titles", "a.xlsx", sheet(
    HEAD + [[None, "城镇雨污分流改造", 60], [None, "泵站改造", None]], lambda sheet: sheet.merge_cells("C3:C4")))
case("X17", "the figures are in a hidden column", "a.xlsx", sheet(HEAD + [["1.1", None, 60]], lambda sheet: setattr(sheet.column_dimensions["C"], "hidden", True)))
case("X18", "the plan's figures are in a hidden column", "a.xlsx", sheet(
    [["区住建局2022年6月进展表"], ["事项编号", "计划完成", "累计完成"], ["1.1", 90, 60]],
    lambda sheet: setattr(sheet.column_dimensions["B"], "hidden", True)), housing(_1_1="60"))


def two_months(book_sheet):
    book = book_sheet.parent
    for number, figure in [(5, 50), (6, 60)]:
        sheet = book_sheet if number == 5 else book.create_sheet()
        sheet.title = f"2022年{number}月"
        for row in [["区住建局工作进展"], HEAD[1], ["1.1", None, figure]]:
            sheet.append(row)


case("X19", "a sheet for each month", "区住建局.xlsx", xlsx(two_months), {MAY.format("housing"): {"1.1": "50"}, JUNE.format("housing"): {"1.1": "60"}})


def hidden_month(book_sheet):
    two_months(book_sheet)
    book_sheet.sheet_state = "hidden"
    book_sheet.parent.active = 1


case("X20", "last month's sheet is hidden", "区住建局.xlsx", xlsx(hidden_month), housing(_1_1="60"))
case("X21", "a cell in several fonts", "a.xlsx", row("1.1", CellRichText("城镇", TextBlock(InlineFont(b=True), "雨污分流改造")), 60), housing(_1_1="60"))
case("X22", "a column called 单位 of measures", "a.xlsx", sheet(
    [["区住建局2022年6月"], ["编号", "单位", "完成数"], ["1.2", "米", 3500]]))
case("X23", "the same in the plan's measure", "a.xlsx", sheet(
    [["区住建局2022年6月"], ["编号", "单位", "完成数"], ["1.2", "公里", 3.5]]), housing(_1_2="3.5"))
case("X24", "the measure of the whole table stands above it", "a.xlsx", sheet(
    [["区住建局2022年6月"], ["单位：公里"], ["编号", "累计完成"], ["1.2", 3.5]]), housing(_1_2="3.5"))
case("X25", "the same where an item is in percent", "a.xlsx", sheet(
    [["区住建局2022年6月"], ["单位：公里"], ["编号", "累计完成"], ["1.1", 3.5]]))
case("X26", "true as a figure", "a.xlsx", row("1.1", None, True))
case("X27", "an error as a figure", "a.xlsx", row("1.1", None, "#REF!"))
case("X28", "the heading names another month", "a.xlsx", sheet([["区住建局2022年6月"], ["编号", "完成率（5月）"], ["1.1", 60]]))
case("X29", "the sheet names another month", "a.xlsx", xlsx(lambda sheet: [setattr(sheet, "title", "2022年5月")] + [sheet.append(row) for row in HEAD + [["1.1", None, 60]]]))
case("X30", "a table turned on its side", "a.xlsx", sheet([["区住建局2022年6月"], ["事项编号", "1.1", "1.10"], ["累计完成", 60, 30]]))
case("X31", "a text that looks like a number", "a.xlsx", row("1.1", None, "６０％"), housing(_1_1="60"))
case("X32", "this month's part beside the sum so far", "a.xlsx", sheet(
    [["区住建局2022年6月"], ["编号", "本月完成", "累计完成"], ["1.2", 1, 3.5]]), housing(_1_2="3.5"))

# Workbooks of old.


def old(sheet):
    percent = xlwt.easyxf(num_format_str="0%")
    sheet.write_merge(0, 0, 0, 2, "区住建局2022年6月进展表")
    for column, text in enumerate(HEAD[1]):
        sheet.write(1, column, text)
    sheet.write(2, 0, "1.1")
    sheet.write(2, 2, 0.35, percent)
    sheet.write(3, 0, "1.2")
    sheet.write(3, 2, 3.25)


def old_hidden(sheet):
    old(sheet)
    sheet.row(3).hidden = True


def old_rounded(sheet):
    old(sheet)
    sheet.write(4, 0, "1.10")
    sheet.write(4, 2, 0.496, xlwt.easyxf(num_format_str="0%"))


case("O1", "a workbook of old with a percentage", "a.xls", xls(old), housing(_1_1="35", _1_2="3.25"))
case("O2", "a hidden row in it", "a.xls", xls(old_hidden))
case("O3", "0.496 seen as 50% in it", "a.xls", xls(old_rounded))
case("O4", "WPS keeps the same under another name", "a.et", xls(old), housing(_1_1="35", _1_2="3.25"))

# Texts.

TOWN = "苏店镇2022年6月\n编号,事项,累计完成,说明\n"


def gbk(text):
    return text.encode("gbk")


case("T1", "GBK with line ends of Windows", "a.csv", gbk((TOWN + "1.11,农村污水治理,5,好\n").replace("\n", "\r\n")), sudian(_1_11="5"))
case("T2", "UTF-16 with tabs", "a.csv", (TOWN + "1.11,农村污水治理,5个村,好\n").replace(",", "\t").encode("utf-16"), sudian(_1_11="5"))
case("T3", "a byte order mark and semicolons", "a.csv", (TOWN + "1.11,农村污水治理,5,好，很好\n").replace(",", ";").encode("utf-8-sig"), sudian(_1_11="5"))
case("T4", "rows of several units, one asked for", "a.csv", gbk("2022年6月\n编号,责任单位,完成数\n1.11,苏店镇,5\n1.12,荫城镇,3\n"), sudian(_1_11="5"), args=["--unit", "苏店镇"])
case("T5", "the rows of another unit under its name", "a.csv", TOWN + "1.11,,5,\n荫城镇,,,\n1.12,,3,\n")
case("T6", "next month's plan under the figures", "a.csv", TOWN + "1.11,,5,\n下月计划,,,\n1.12,,3,\n")
case("T7", "next month's targets under headings of their own", "a.csv", TOWN + "1.11,,5,\n编号,事项,下月目标,说明\n1.12,,3,\n")
case("T8", "people and days below the table", "苏店镇6月.csv", TOWN + "1.11,,5,\n填报人：张三　审核人：李四　报送日期：6月22日\n", sudian(_1_11="5"))
case("T9", "June of which year", "a.csv", "苏店镇6月进展\n编号,累计完成\n1.11,5\n")
case("T10", "the same with an option", "a.csv", "苏店镇6月进展\n编号,累计完成\n1.11,5\n", sudian(_1_11="5"), args=["--month", "2022-06"])
case("T11", "the cell for the month holds a number", "a.csv", "单位,苏店镇,年度,2022年,月份,6\n编号,累计完成\n1.11,5\n", "refused", sudian(_1_11="5"))
case("T12", "the file names another month", "苏店镇2022年5月.csv", TOWN + "1.11,,5,\n")
case("T13", "a copy of the right file", "苏店镇2022年6月 - 副本 (2).csv", "\n编号,累计完成\n1.11,5\n", sudian(_1_11="5"))
case("T14", "the full name", "a.csv", "城关街道办事处2022年6月\n编号,累计完成\n1.2,3\n", chengguan(_1_2="3"))
case("T15", "a township's government with its district before it", "a.csv", "示例区苏店镇人民政府2022年6月进展情况\n编号,累计完成\n1.11,5\n", sudian(_1_11="5"))
case("T16", "two units together", "a.csv", "苏店镇、荫城镇2022年6月\n编号,累计完成\n1.11,5\n")
case("T17", "a unit that is not the plan's", "a.csv", "填报单位：西苏店镇\n2022年6月\n编号,累计完成\n1.11,5\n")
case("T18", "whose inspection found what", "a.csv", "苏店镇督导检查2022年6月情况\n编号,累计完成\n1.11,5\n")
case("T19", "a contact of another unit", "苏店镇2022年6月.csv", "联系人：区水利局王某\n编号,累计完成\n1.11,5\n", sudian(_1_11="5"), "refused")
case("T20", "sent to another unit", "苏店镇2022年6月.csv", "报：区水利局\n编号,累计完成\n1.11,5\n")
for number, figure in enumerate(["12/20", "5-6", "5+3", "五", "约5", "5（含在建）", "5户", "25%", "1,2", "-5", "5 6", "5公里"]):
    case(f"T21.{number}", f"no figure of villages: {figure}", "a.csv", TOWN + f'1.11,,"{figure}",\n')
case("T22", "more villages than there are", "a.csv", TOWN + "1.11,,25,\n", sudian(_1_11="25"))
case("T23", "a small reading in its own measure", "a.csv", "区生态环境分局2022年6月\n编号,监测值\n1.15,0.35\n", ecology(_1_15="0.35"))
case("T24", "a small percentage", "a.csv", "区生态环境分局2022年6月\n编号,监测值\n1.14,0.95\n")
case("T25", "the note tells of another quarter", "a.csv", "区水利局2022年6月\n编号,完成情况,备注\n1.13,已完成,一季度补测\n")
case("T26", "the period beside the id", "a.csv", "区水利局2022年6月\n编号,完成情况,备注\n1.13（2022-06）,已完成,\n", water(_1_13="2022-06"))
case("T27", "a duty without end", "a.csv", "区水利局2022年6月\n编号,完成情况\n1.16,正常\n", water(_1_16="normal"))
case("T28", "ids in full width", "a.csv", TOWN + "１．１１．,,5,\n", sudian(_1_11="5"))
case("T29", "English", "june.csv", "Unit: sudian,Month: 2022-06\nItem,Done so far,Note\n1.11,5,fine\n", sudian(_1_11="5"))
case("T30", "no headings", "a.csv", "苏店镇2022年6月\n1.11,5\n")
case("T31", "a story instead of a figure", "a.csv", "区住建局2022年6月\n编号,事项,完成情况\n1.1,城镇雨污分流改造,已完成60%，其余在建\n")
case("T32", "nothing but commas at the end", "a.csv", TOWN + "1.11,,5,,,,,\n,,,,,,,\n", sudian(_1_11="5"))
case("T33", "zeros at the end are shown to be kept", "a.csv", "区住建局2022年6月\n编号,累计完成\n1.1,60\n1.10,30\n", housing(_1_1="60", _1_10="30"))
case("T34", "a part of an item", "a.csv", "区住建局2022年6月\n编号,累计完成\n1.2（一期）,3\n")
case("T35", "a figure in no item's row", "a.csv", TOWN + "1.11,,5,\n,其他,3,\n")
case("T36", "the same in words", "a.csv", TOWN + "1.11,,5,\n,其他,3公里,\n", "refused", sudian(_1_11="5"))
case("T37", "the quarter before is what the title names", "a.csv", "苏店镇2022年一季度\n填报月份：2022年6月\n编号,累计完成\n1.11,5\n")
case("T38", "the quarter that the month is in", "a.csv", "2022年二季度\n填报单位：苏店镇　填报月份：2022年6月\n编号,累计完成\n1.11,5\n", sudian(_1_11="5"), "refused")
case("T39", "three township tables in one column of units", "a.csv", "2022年6月\n编号,单位,完成数\n1.11,苏店镇,5\n1.11,荫城镇,4\n")
case("T40", "ten works", "a.csv", "苏店镇2022年10件实事\n编号,累计完成\n1.11,5\n")
case("T41", "a rate over an amount", "a.csv", "苏店镇2022年6月\n编号,完成率\n1.11,25\n")
case("T42", "an amount over a rate", "a.csv", "区住建局2022年6月\n编号,完成数\n1.10,25\n")
case("T43", "days of another year", "a.csv", "苏店镇2022年6月\n报送日期,1月5日\n编号,累计完成\n1.11,5\n")
case("T44", "a web page", "a.xls", "<html><table><tr><td>编号</td></tr></table></html>")
case("T45", "nothing that can be read", "a.xlsx", b"PK\x03\x04" + bytes(range(256)) * 4)
case("T46", "an unknown ending of the id", "a.csv", "区住建局2022年6月\n编号,累计完成\n1.1-2,60\n")

case("T47", "a row without a unit below those of another", "a.csv", "2022年6月\n编号,责任单位,完成数\n1.11,苏店镇,5\n1.11,荫城镇,3\n1.12,,2\n", args=["--unit", "苏店镇"])
case("T48", "numbers of the unit's own", "a.csv", "区住建局2022年6月\n序号,工作任务,累计完成\n1.2,老旧小区改造,3公里\n")
case("T49", "the same with the plan's titles", "a.csv", "区住建局2022年6月\n序号,工作任务,累计完成\n1.2,主干管铺设,3公里\n", housing(_1_2="3"))
case("T50", "the second part of an item", "a.csv", "区住建局2022年6月\n编号,事项,累计完成\n1.2,主干管铺设二期,3\n")
case("T51", "the month of a note above", "a.csv", "苏店镇2022年6月\n以下为5月底数据\n编号,累计完成\n1.11,5\n")
case("T52", "the heading says as of when", "a.csv", "苏店镇2022年6月\n编号,累计完成（截至5月底）\n1.11,5\n")
case("T53", "a tenth month that lost its zero", "a.csv", "填报单位,苏店镇,填报月份,2022.1\n编号,累计完成\n1.11,5\n")
case("T54", "filed in July", "a.csv", "苏店镇2022年7月上报\n编号,累计完成\n1.11,5\n")
case("T55", "two ids in one row", "a.csv", "区住建局2022年6月\n编号,累计完成\n1.1、1.10,60\n")
case("X33", "an example on a sheet of its own", "苏店镇2022年6月.xlsx", xlsx(lambda sheet: [setattr(sheet, "title", "样表")] + [sheet.append(row) for row in [["事项编号", "累计完成"], ["1.11", 5]]]))
case("X34", "last month's figures under a heading over two columns", "a.xlsx", sheet(
    [["苏店镇2022年6月"], ["编号", "上月情况", None, "本月情况", None], [None, "完成数", "说明", "投资额", "备注"], ["1.11", 5, "好", 30, ""]],
    lambda sheet: [sheet.merge_cells(cells) for cells in ["A2:A3", "B2:C2", "D2:E2"]]))
case("X35", "a table above the table", "a.xlsx", sheet(
    [["苏店镇2022年6月"], ["事项", "上月"], ["1.12", 2], ["编号", "累计完成"], ["1.11", 5]]), sudian(_1_11="5"), "refused")

base = {
    "plan.toml": PLAN,
    "tasks/01.toml": TASKS + "".join(
        f'\n[[items]]\nid = "{id}"\ntitle = "{title}"\nsource = "一"\nbasis = "office"\n{schedule}\n' for id, title, schedule in ITEMS
    ),
    "reports/2022-05/water.toml": 'month = "2022-05"\nunit = "water"\n\n[[entries]]\nitem = "1.16"\nstate = "normal"\n',
}
path = pathlib.Path(__file__).parents[1] / "cases" / "tables.json"
about = "As in intake.json. tests/forms/tables.py writes this file."
path.write_text(json.dumps({"about": about, "base": base, "cases": cases}, ensure_ascii=False, indent=1) + "\n")
