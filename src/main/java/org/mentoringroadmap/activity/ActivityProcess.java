package org.mentoringroadmap.activity;

import java.util.Optional;

/** What the application tells the process of an activity; the services have checked who asks. */
public interface ActivityProcess {
    /**
     * Whether the activity can be asked for anew: somebody ended it on its own page or class by class, so that nothing but
     * the record came of it.
     */
    boolean mayReopen(Long programmeId, String roadmapItem);

    /**
     * Asks for the activity anew, for the same people and with the same term. What has begun behind it goes on.
     *
     * @return the open task; empty where it cannot be asked for anew
     */
    Optional<String> reopen(Long programmeId, String roadmapItem);
}
