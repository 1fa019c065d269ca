-- Since when a pair whose turn has come does not begin, because somebody in it is not let in; null otherwise.
alter table mentorship add column held_on date;
