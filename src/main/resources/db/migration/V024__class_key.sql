-- Two classes that lists cannot tell apart («5А» and «5-А») are one: the key of the name is unique in a school. It is
-- what ClassKey makes of the name, written for the names there are. Between two figures a separator tells classes apart
-- («1-1» is not «11»); elsewhere it does not.
alter table school_class add column name_key varchar(60);
update school_class set name_key =
    case when translate(name, '0123456789/. ', '9999999999---') like '%9-9%'
         then translate(name, 'ABCEHKMOPTXY/.', 'АВСЕНКМОРТХУ--')
         else replace(translate(name, 'ABCEHKMOPTXY–/.«»" ', 'АВСЕНКМОРТХУ-------'), '-', '') end;
-- Classes of one name that a school has already stay apart until somebody renames one.
update school_class set name_key = name_key || '#' || id
    where exists (select 1 from school_class earlier where earlier.school_id = school_class.school_id
                  and earlier.name_key = school_class.name_key and earlier.id < school_class.id);
alter table school_class alter column name_key set not null;
alter table school_class add constraint school_class_name_key unique (school_id, name_key);

-- Who looks alike is looked for anew: a changed surname is proposed too.
update person set compared = false;
