-- Whether people of the school must know documents of a kind under signature: what goes outside is not shown to everybody.
-- Documents that exist are asked for as their kinds are now.
alter table document add column made_known boolean;
alter table document_kind add column made_known boolean;
update document_kind set made_known =
    case when general in ('order', 'directive', 'local-regulation', 'programme', 'plan') then true else false end;
update document set made_known = case
    when type like 'order%' or type in ('directive', 'local-regulation', 'programme', 'plan', 'regulation', 'roadmap',
        'training-programme') then true
    when type in (select id from document_kind where made_known) then true
    else false end;
alter table document_kind alter column made_known set not null;
alter table document alter column made_known set not null;

-- What stands above the text of documents of a kind that comes with the product, where administrators have said otherwise.
create table document_stamps (
    kind        varchar(40) primary key,
    accepted_by varchar(300),
    agreed_with varchar(1000),
    by_order    boolean     not null,
    changed_by  varchar(64) not null,
    changed_at  timestamp   not null
);
