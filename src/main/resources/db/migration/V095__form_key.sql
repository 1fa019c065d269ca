-- Forms that were sent, each once: the second of two equal requests is answered with what the first one made. The id is a
-- digest of the whole request with the token of its page; nothing of what was typed can be read from it. Kept for a day.
create table form_key (
    id         char(64)  not null primary key,
    created_at timestamp not null,
    status     int,
    location   varchar(2000)
);
create index form_key_created on form_key (created_at);
