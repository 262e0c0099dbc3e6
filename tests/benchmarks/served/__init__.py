"""What the servers of the benchmarks serve: the archive, its twin, and views that do nothing."""
