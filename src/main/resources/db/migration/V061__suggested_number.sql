-- The number that a waiting document was offered, so that no other document of the journal is offered the same. A
-- cancelled document keeps it until the next one is offered it: a journal that is kept here alone has no gaps.
alter table document add column suggested_number varchar(50);
alter table document add column suggested_year integer;
create index document_suggested on document (school_id, suggested_year);
