-- Rights on one database and its schemas. Run by an administrator inside it; safe to repeat.
REVOKE ALL ON DATABASE {basisdata} FROM PUBLIC;
GRANT CONNECT, CREATE, TEMPORARY ON DATABASE {basisdata} TO {pemilik};
GRANT CONNECT, TEMPORARY ON DATABASE {basisdata} TO {aplikasi};
GRANT CONNECT ON DATABASE {basisdata} TO {portal};
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT CREATE, USAGE ON SCHEMA public TO {pemilik};
GRANT USAGE ON SCHEMA public TO {aplikasi};
