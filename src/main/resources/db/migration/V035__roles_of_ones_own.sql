-- Further roles, each with the rights of one that the application knows. The id is what models name.
create table own_role (
    id        varchar(40)  primary key,
    title     varchar(100) not null,
    stands_on varchar(30)  not null
);

create table staff_own_role (
    staff_member_id bigint      not null references staff_member on delete cascade,
    role_id         varchar(40) not null references own_role,
    primary key (staff_member_id, role_id)
);

create index staff_own_role_role on staff_own_role (role_id);

-- How a school calls a role, where it calls it otherwise than everybody does.
create table role_title (
    school_id varchar(40)  not null references school,
    role_id   varchar(40)  not null,
    title     varchar(100) not null,
    primary key (school_id, role_id)
);

-- What a document is about in one word more: also words of a model, such as the nominations of a contest.
alter table document alter column detail set data type varchar(500);
