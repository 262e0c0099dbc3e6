"""From the wikitext of an article about an event to a draft record. Pure."""
