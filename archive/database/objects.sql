-- Run by an administrator of the server, in the archive's database: nobody else stores large objects, the reader
-- least of all. What is set in template1, a database that is made later begins with.
-- https://www.postgresql.org/docs/current/lo-funcs.html
\set ON_ERROR_STOP on
\set closed 'REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea) FROM PUBLIC;'
:closed
\connect template1
:closed
