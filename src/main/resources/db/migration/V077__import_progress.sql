-- How far a table is that somebody brings at this moment; gone when it is done. Counts only. No key ties it to the
-- programme: its row is locked while a table is stored, and nobody who looks at another one has to wait for that.
create table import_progress (
    id           uuid        primary key,
    programme_id bigint      not null,
    login        varchar(64) not null,
    phase        varchar(20) not null,
    done         integer     not null,
    total        integer     not null,
    changed_at   timestamp   not null
);
