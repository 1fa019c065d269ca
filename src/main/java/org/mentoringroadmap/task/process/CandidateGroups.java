package org.mentoringroadmap.task.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which groups may take tasks, of many tasks at once: the engine's own services answer for one task at a time. Read only;
 * see ADR 0020.
 */
@Component
class CandidateGroups {
    /** No database takes a statement with any number of parameters. */
    private static final int AT_ONCE = 5000;

    private final JdbcClient jdbc;

    CandidateGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The groups by the task's id, in the order of their ids; who has none is missing. */
    Map<String, List<String>> groupsOf(Collection<String> taskIds) {
        List<String> ids = List.copyOf(taskIds);
        Map<String, List<String>> groups = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            jdbc.sql("select TASK_ID_, GROUP_ID_ from ACT_RU_IDENTITYLINK where TASK_ID_ in (:ids)"
                            + " and GROUP_ID_ is not null order by GROUP_ID_, ID_")
                    .param("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                    .query(row -> {
                        groups.computeIfAbsent(row.getString(1), task -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return groups;
    }
}
