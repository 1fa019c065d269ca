-- Who looks like whom, so that the page of duplicates reads what it shows and not everybody. compared: with everybody else,
-- since the name or the birthday was entered. Two that were told apart, merged or anonymised stay here and are left out by
-- who reads.
alter table person add column compared boolean default false not null;
create index person_compared on person (school_id, compared);

create table person_alike (
    lower_id  bigint not null references person,
    higher_id bigint not null references person,
    primary key (lower_id, higher_id)
);
create index person_alike_higher on person_alike (higher_id);
