package org.mentoringroadmap.activity;

import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.shared.NotFoundException;

/** Keeps addresses that name no activity of a roadmap out of the tables. */
public final class RoadmapItemCheck {
    /** Shape of a key, also as addresses write it: id of a process and id of an element. */
    private static final String KEY = "[\\p{L}_][\\p{L}\\d_.-]{0,120}[/~][\\p{L}_][\\p{L}\\d_.-]{0,120}";

    private RoadmapItemCheck() {}

    /** @throws NotFoundException {@code activity.unknown} */
    public static String checked(String item) {
        if (item == null || !RoadmapItems.isWellFormed(item) && !item.matches(KEY)) {
            throw new NotFoundException("activity.unknown");
        }
        return item;
    }
}
