-- Run once by PostgreSQL's image, when the database is made. The archive's own role owns the archive's database
-- and can make the reader's role; it is no superuser, so whoever breaks into the desk gets no further.
\set ON_ERROR_STOP on
\getenv password DATABASE_PASSWORD
CREATE ROLE archive LOGIN CREATEROLE PASSWORD :'password';
ALTER DATABASE archive OWNER TO archive;
