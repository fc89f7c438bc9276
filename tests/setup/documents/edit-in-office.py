"""Opens files in a LibreOffice without a window, changes them as a person would, and says what they then show: a JSON list.

edit-in-office.py chart FILE...   makes the first number over or under 0 of the chart on the first slide three times as large, and saves it as FILE.new
edit-in-office.py sum FILE...     sums each column of numbers of the first sheet by a formula of its own
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue


def office(folder):
    pipe = f"headway-{os.getpid()}"
    process = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{folder}", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return process, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.25)
    process.kill()
    raise SystemExit("LibreOffice did not start")


def given(name, value):
    return PropertyValue(Name=name, Value=value)


def chart_of(document):
    page = document.DrawPages.getByIndex(0)
    for index in range(page.Count):
        shape = page.getByIndex(index)
        if shape.supportsService("com.sun.star.drawing.OLE2Shape"):
            return shape.EmbeddedObject.Component if hasattr(shape.EmbeddedObject, "Component") else shape.Model
    raise SystemExit("no chart on the slide")


def series_of(chart):
    diagram = chart.getFirstDiagram()
    for system in diagram.getCoordinateSystems():
        for kind in system.getChartTypes():
            for series in kind.getDataSeries():
                for data in series.getDataSequences():
                    values = data.getValues()
                    if "values" in values.Role:
                        yield values


def numbers(chart):
    return [[None if value != value else value for value in values.getNumericalData()] for values in series_of(chart)]


def edit_chart(desktop, file):
    new = f"{file}.new"
    document = desktop.loadComponentFromURL(f"file://{file}", "_blank", 0, (given("Hidden", True),))
    chart = chart_of(document)
    before = numbers(chart)
    values = next(values for values in series_of(chart) if any(value == value and value != 0 for value in values.getNumericalData()))
    data = list(values.getNumericalData())
    at = next(index for index, value in enumerate(data) if value == value and value != 0)
    data[at] = data[at] * 3
    cells = uno.Any("[]any", tuple(data))
    uno.invoke(chart.getDataProvider(), "setDataByRangeRepresentation", (values.getSourceRangeRepresentation(), cells))
    document.storeToURL(f"file://{new}", (given("FilterName", "Impress MS PowerPoint 2007 XML"),))
    document.close(True)
    again = desktop.loadComponentFromURL(f"file://{new}", "_blank", 0, (given("Hidden", True),))
    after = numbers(chart_of(again))
    again.close(True)
    return {"before": before, "after": after}


def sum_sheet(desktop, file):
    document = desktop.loadComponentFromURL(f"file://{file}", "_blank", 0, (given("Hidden", True),))
    sheet = document.Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last, columns = cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn
    sums = []
    for column in range(columns + 1):
        cell = sheet.getCellByPosition(column, last + 2)
        letter = sheet.Columns.getByIndex(column).Name
        cell.setFormula(f"=SUM({letter}1:{letter}{last + 1})")
        count = sheet.getCellByPosition(column, last + 3)
        count.setFormula(f"=COUNT({letter}1:{letter}{last + 1})")
        sums.append({"sum": cell.Value, "count": count.Value})
    document.close(True)
    return {"sums": sums}


def main():
    work, files = sys.argv[1], [os.path.abspath(file) for file in sys.argv[2:]]
    with tempfile.TemporaryDirectory() as folder:
        process, desktop = office(folder)
        try:
            print(json.dumps([edit_chart(desktop, file) if work == "chart" else sum_sheet(desktop, file) for file in files]))
        finally:
            try:
                desktop.terminate()
            except Exception:
                process.kill()
            process.wait(20)


main()
