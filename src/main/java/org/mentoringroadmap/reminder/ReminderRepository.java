package org.mentoringroadmap.reminder;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReminderRepository extends JpaRepository<Reminder, Long> {
    List<Reminder> findByTaskIdIn(Collection<String> taskIds);
}
