-- Somebody has asked for help in a questionnaire. closed: whoever the school names has taken care.
create table questionnaire_help (
    invitation_id bigint      primary key references questionnaire_invitation on delete cascade,
    asked_at      timestamp   not null,
    closed_by     varchar(64),
    closed_at     timestamp
);

-- Who of a school reads that; the psychologist where no row says so.
create table questionnaire_help_role (
    school_id  varchar(40) primary key references school,
    role       varchar(20) not null
);
