-- A programme card is a form that nobody approves; cards made before stood as drafts for ever.
update document set status = 'READY'
where type = 'PROGRAMME_CARD' and status = 'DRAFT' and registration_id is null;
