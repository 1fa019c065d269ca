-- Whose register waits for what is kept apart: its page counts it in an index, without a look into the details.
alter table held_details add column programme_id bigint references programme;
alter table held_details add column role varchar(10);
update held_details set
    programme_id = (select p.programme_id from participant p where p.id = held_details.participant_id),
    role = (select p.role from participant p where p.id = held_details.participant_id);
alter table held_details alter column programme_id set not null;
alter table held_details alter column role set not null;
create index held_details_register on held_details (programme_id, role, erase_on);
