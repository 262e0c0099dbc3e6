"""The replica: a copy of the database, kept up by PostgreSQL itself, from which the reading room reads.

https://www.postgresql.org/docs/current/warm-standby.html#STREAMING-REPLICATION
"""
