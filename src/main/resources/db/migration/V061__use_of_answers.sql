-- Somebody has decided whether what an answer says of a field of the card goes in there. version: of the answers that were
-- seen; those that are sent anew are offered anew.
create table questionnaire_offer (
    invitation_id bigint      not null references questionnaire_invitation on delete cascade,
    field         varchar(20) not null,
    version       integer     not null,
    accepted      boolean     not null,
    decided_by    varchar(64) not null,
    decided_at    timestamp   not null,
    primary key (invitation_id, field)
);

-- Others are asked about the same people: who it is, and the campaign that it is a part of. Empty where each sheet says it.
alter table questionnaire_campaign add column respondent varchar(20);
alter table questionnaire_campaign add column part_of bigint references questionnaire_campaign;
create index questionnaire_campaign_part on questionnaire_campaign (part_of);
