"""What is measured: one file for each workload, which gives what is to be measured side by side."""

from collections.abc import Callable, Iterable, Mapping

from tests.benchmarks.measuring import Contest
from tests.benchmarks.stage import Stage
from tests.benchmarks.workloads.api_detail import api_detail
from tests.benchmarks.workloads.api_list import api_list
from tests.benchmarks.workloads.event_page import event_page

#: In the order in which they are run.
WORKLOADS: Mapping[str, Callable[[Stage], Iterable[Contest]]] = {
    "event_page": event_page,
    "api_detail": api_detail,
    "api_list": api_list,
}
