-- What was recorded before the roadmap had come to the activity: nobody is asked for it when its turn comes.
alter table activity_outcome add column ahead boolean default false not null;
