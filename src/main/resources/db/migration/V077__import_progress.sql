-- How far a table is that somebody brings at this moment; gone when it is done. Counts only.
create table import_progress (
    id           uuid        primary key,
    programme_id bigint      not null references programme,
    login        varchar(64) not null,
    phase        varchar(20) not null,
    done         integer     not null,
    total        integer     not null,
    changed_at   timestamp   not null
);
