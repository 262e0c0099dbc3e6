"""Every workload by its name."""

from collections.abc import Callable, Iterable, Mapping

from tests.benchmarks.measuring import Contest
from tests.benchmarks.stage import Stage
from tests.benchmarks.workloads.api_detail import api_detail
from tests.benchmarks.workloads.api_filters import api_filters
from tests.benchmarks.workloads.api_list import api_list
from tests.benchmarks.workloads.depth import depth
from tests.benchmarks.workloads.desk import desk, import_pages
from tests.benchmarks.workloads.event_page import event_page
from tests.benchmarks.workloads.export import export
from tests.benchmarks.workloads.facets import facets
from tests.benchmarks.workloads.first_render import first_render
from tests.benchmarks.workloads.importing import importing
from tests.benchmarks.workloads.lists import lists
from tests.benchmarks.workloads.mapping import mapping
from tests.benchmarks.workloads.memory import memory
from tests.benchmarks.workloads.publishing import publishing
from tests.benchmarks.workloads.reindexing import reindexing
from tests.benchmarks.workloads.renaming import renaming
from tests.benchmarks.workloads.searching import searching
from tests.benchmarks.workloads.sizes import sizes
from tests.benchmarks.workloads.statistics import statistics
from tests.benchmarks.workloads.under_load import under_load

#: In the order in which they are run: the memory of the servers is looked at when all of them were asked, and
#: what needs databases of its own comes last.
WORKLOADS: Mapping[str, Callable[[Stage], Iterable[Contest]]] = {
    "event_page": event_page,
    "first_render": first_render,
    "api_detail": api_detail,
    "api_list": api_list,
    "api_filters": api_filters,
    "searching": searching,
    "lists": lists,
    "facets": facets,
    "depth": depth,
    "sizes": sizes,
    "under_load": under_load,
    "statistics": statistics,
    "mapping": mapping,
    "export": export,
    "publishing": publishing,
    "reindexing": reindexing,
    "memory": memory,
    "importing": importing,
    "renaming": renaming,
    "desk": desk,
    "import_pages": import_pages,
}
