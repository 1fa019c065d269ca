-- To change the models has become a role of its own: whoever could goes on.
insert into staff_role (staff_member_id, role)
select staff_member_id, 'MODEL_ADMINISTRATOR'
from staff_role
where role = 'ADMINISTRATOR';
