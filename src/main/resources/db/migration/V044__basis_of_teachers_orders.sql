-- Orders of programmes in which teachers alone take part stand on other acts than those of the target model for pupils.
alter table school add column teachers_basis varchar(4000);

-- Where a school has had programmes of teachers only, what it has entered was meant for them.
update school set teachers_basis = basis, basis = null
    where exists (select 1 from programme p where p.school_id = school.id)
    and not exists (select 1 from programme p where p.school_id = school.id
                    and p.roadmap not in ('teacher-mentoring', 'young-teachers'));
