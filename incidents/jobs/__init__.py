"""Background work: one queue in the database, and the jobs that it brings to a worker."""
