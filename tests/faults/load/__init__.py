"""Many readers of every kind at once, while an editor publishes and a dataset is imported."""
