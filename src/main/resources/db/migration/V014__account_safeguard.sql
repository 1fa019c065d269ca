-- Wrong tries to sign in, for all nodes: of a login from an address, of a login, of an address. Logins and addresses are
-- digests; a row is deleted a day after its last wrong try and a month after its last right one.
create table sign_in_limit (
    subject      char(64)  not null primary key,
    account      char(64),
    wrong        int       not null,
    last_wrong   timestamp not null,
    closed_until timestamp not null,
    last_right   timestamp
);
create index sign_in_limit_account on sign_in_limit (account);
create index sign_in_limit_last on sign_in_limit (last_wrong);

-- What keeps an account safe beside its password. No row: nothing special. code_secret is the key of the codes at sign-in
-- (in force since code_since, empty: not confirmed yet), code_step the last interval whose code was used; programs of
-- whoever uses codes sign in with a password of their own, kept as a digest like the codes for emergencies.
create table account_safeguard (
    login            varchar(64) not null primary key,
    change_password  boolean     not null,
    code_secret      varchar(64),
    code_since       timestamp,
    code_step        bigint      not null,
    program_password char(64)
);
create table account_spare_code (
    login varchar(64) not null,
    code  char(64)    not null,
    constraint account_spare_code_pk primary key (login, code),
    constraint account_spare_code_login foreign key (login) references account_safeguard (login) on delete cascade
);
