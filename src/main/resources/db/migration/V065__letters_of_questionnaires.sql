-- Somebody is to get a letter with a personal link, or has got it. sent_at: when the mail server took it; problem: why it did
-- not, the key of a text; both empty while the letter waits. Neither the address nor the link is kept here.
create table questionnaire_letter (
    invitation_id bigint      primary key references questionnaire_invitation on delete cascade,
    asked_by      varchar(64) not null,
    asked_at      timestamp   not null,
    sent_at       timestamp,
    problem       varchar(20)
);
