-- Each answer asks whether many are missing still.
create index questionnaire_invitation_answered on questionnaire_invitation (campaign_id, answered_at);
