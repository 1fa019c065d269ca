-- How often answers had been sent when the way was made: a computer that many use sends them once for each time that the code
-- is typed.
alter table questionnaire_link add column version integer default 0 not null;
