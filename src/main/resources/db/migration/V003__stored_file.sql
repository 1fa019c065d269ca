-- A file that somebody brought or that was made here; written once, never updated.
create table stored_file (
    id           uuid         primary key,
    school_id    varchar(40)  not null references school,
    name         varchar(255) not null,
    content_type varchar(127) not null,
    sha256       char(64)     not null,
    size_bytes   integer      not null,
    content      ${binary}    not null
);
