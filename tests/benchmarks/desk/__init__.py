"""The desk among very many rows: its data, its pages, and how long each takes."""
