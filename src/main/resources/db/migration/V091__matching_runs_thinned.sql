-- changed_meanwhile: what the run was computed from has changed while it was computed. thinned: another run has taken its
-- place before anybody decided on it; who was proposed to whom is kept no longer.
alter table matching_run add column changed_meanwhile boolean default false not null;
alter table matching_run add column thinned boolean default false not null;
