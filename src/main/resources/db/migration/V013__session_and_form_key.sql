-- Who is signed in, for all nodes and over a restart. The tables are those of Spring Session; a session holds the login,
-- no name and nothing that was typed.
create table spring_session (
    primary_id            char(36)     not null,
    session_id            char(36)     not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    ${binary}    not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);

-- Forms that were sent, each once: the second of two equal requests is answered with what the first one made. The id is a
-- digest of the whole request with the token of its page; nothing of what was typed can be read from it. Kept for a day.
create table form_key (
    id         char(64)  not null primary key,
    created_at timestamp not null,
    status     int,
    location   varchar(2000)
);
create index form_key_created on form_key (created_at);
