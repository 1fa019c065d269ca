-- When an event begins, in the words of whoever planned it: «14:00», «после пятого урока».
alter table activity_event add column begins varchar(40);

-- Number of the paper of before that made a document needless whose activity goes on.
alter table document add column earlier_number varchar(50);
