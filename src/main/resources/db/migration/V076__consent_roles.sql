-- The purpose of a consent to processing names the role, and so does its list of data: what a mentee has signed does not
-- allow to work with the data of a mentor. Publication and duties name none. A consent of before is taken for what the
-- person was then as far as it is known: mentee, mentor or both.
alter table consent add column as_mentee boolean default true not null;
alter table consent add column as_mentor boolean default true not null;

update consent set as_mentee = false where kind = 'PROCESSING'
    and exists (select 1 from participant p where p.person_id = consent.person_id and p.role = 'MENTOR')
    and not exists (select 1 from participant p where p.person_id = consent.person_id and p.role = 'MENTEE');
update consent set as_mentor = false where kind = 'PROCESSING'
    and exists (select 1 from participant p where p.person_id = consent.person_id and p.role = 'MENTEE')
    and not exists (select 1 from participant p where p.person_id = consent.person_id and p.role = 'MENTOR');
