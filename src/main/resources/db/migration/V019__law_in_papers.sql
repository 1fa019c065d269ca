-- What consents, letterheads and agreements print beside the name and the address, and what a school decides about them:
-- codes of the state registers, pages on which it publishes, on what the head acts, on what a teacher mentors pupils.
alter table school add column inn varchar(10);
alter table school add column kpp varchar(9);
alter table school add column ogrn varchar(13);
alter table school add column okpo varchar(8);
alter table school add column publication_pages varchar(1000);
alter table school add column director_ground varchar(200);
alter table school add column pupil_mentor_ground varchar(2000);

-- Whether health and a hard situation in life are asked for at all. Where they are kept already, nothing changes.
alter table school add column health_data boolean default false not null;
alter table school add column hardship_data boolean default false not null;
update school set health_data = true where id in (
    select n.school_id from participant_need d
    join participant p on p.id = d.participant_id
    join person n on n.id = p.person_id
    where d.need = 'SPECIAL_HEALTH_NEEDS');
update school set hardship_data = true where id in (
    select n.school_id from participant_need d
    join participant p on p.id = d.participant_id
    join person n on n.id = p.person_id
    where d.need = 'HARD_LIFE_SITUATION');

-- Whether the list of data of a consent to processing has named them. No paper of before has.
alter table consent add column names_health boolean default false not null;
alter table consent add column names_hardship boolean default false not null;

-- The psychologist's work with a minor is let in by a consent of its own.
alter table admission drop constraint admission_purpose;
alter table admission add constraint admission_purpose check (
    purpose in ('SELECTION', 'MATCHING') and kind = 'PROCESSING'
    or purpose = 'PUBLICATION' and kind = 'PUBLICATION'
    or purpose = 'ORDER' and kind = 'DUTIES'
    or purpose = 'PSYCHOLOGIST' and kind = 'PSYCHOLOGICAL_HELP');
