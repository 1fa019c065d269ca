-- Terms that were moved together at a late start can be taken back together. move_id: what was moved together; null for a
-- term that was moved by itself. The latest term of an activity that is not taken back counts.
alter table activity_term add column move_id uuid;
alter table activity_term add column taken_back_by varchar(64);
alter table activity_term add column taken_back_at timestamp;
