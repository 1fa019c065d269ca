-- Roles that answer for the activity which asked for the document: they work on its draft, whoever else reads it later.
create table document_responsible (
    document_id bigint      not null references document,
    role        varchar(30) not null,
    primary key (document_id, role)
);
