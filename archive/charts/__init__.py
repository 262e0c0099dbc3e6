"""Charts worked out as plain geometry, in drawing units; templates turn them into SVG.

Pure. Nothing is drawn here that a table beside the chart does not say as well.
"""

from archive.charts.columns import Column, Columns, Stack, columns
from archive.charts.course import Band, Chart, Mark, Moment, Point, Tick, course_chart
from archive.charts.scale import Scale, scale_to

__all__ = [
    "Band",
    "Chart",
    "Column",
    "Columns",
    "Mark",
    "Moment",
    "Point",
    "Scale",
    "Stack",
    "Tick",
    "columns",
    "course_chart",
    "scale_to",
]
