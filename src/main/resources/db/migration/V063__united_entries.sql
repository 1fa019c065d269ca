-- Two entries of one person were made one: what was measured of the closed one stands at the kept one too, its sheets there
-- instead. Both go back when that is taken back.
alter table assessment add column carried_from bigint references participant on delete set null;
create index assessment_carried on assessment (carried_from);
alter table questionnaire_invitation add column moved_from bigint references participant on delete set null;
create index questionnaire_invitation_moved on questionnaire_invitation (moved_from);
