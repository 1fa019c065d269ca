package org.mentoringroadmap.document.process;

import java.util.Map;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.task.TaskFact;
import org.springframework.stereotype.Component;

/** Whether it is the director who reads a form: whoever decides by checking is asked what only he is asked. */
@Component
class DirectorReads implements TaskFact {
    private final CurrentUser user;

    DirectorReads(CurrentUser user) {
        this.user = user;
    }

    @Override
    public Map<String, Object> ofReader() {
        return Map.of(DocumentVariables.DIRECTOR_READS.name(), user.has(Role.DIRECTOR));
    }
}
