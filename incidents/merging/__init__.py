"""Merging two incidents, sources, publications, actors, places or conflicts into one, and undoing it.

A merge moves what the one has, or what names it, to the other; its id or key leads on for good and is never
given again. It is done and undone at the desk; readers see it with the next edition.
"""

from incidents.merging.entities import merge_entities, part_entities
from incidents.merging.incidents import merge_incidents, part_incidents
from incidents.merging.refusal import NotMergeable

__all__ = ["NotMergeable", "merge_entities", "merge_incidents", "part_entities", "part_incidents"]
