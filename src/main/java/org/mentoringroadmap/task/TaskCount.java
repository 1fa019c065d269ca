package org.mentoringroadmap.task;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.Webapps;
import org.springframework.stereotype.Component;

/** Tells the menu how many tasks wait for the acting account in Tasklist, which is open to everybody. */
@Component
class TaskCount implements PageAccess {
    private final Tasks tasks;

    TaskCount(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of();
    }

    @Override
    public Map<String, LongSupplier> counts() {
        return Map.of(Webapps.TASKLIST, tasks::countMine);
    }
}
