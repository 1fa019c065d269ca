-- The curator was told that a birthday changes who signs for this person.
create table consent_renewal (
    programme_id bigint not null references programme,
    person_id    bigint not null references person,
    birthday     date   not null,
    noticed_on   date   not null,
    primary key (programme_id, person_id, birthday)
);
create index consent_renewal_person on consent_renewal (person_id);
