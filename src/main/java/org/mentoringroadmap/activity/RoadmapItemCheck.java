package org.mentoringroadmap.activity;

import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.shared.NotFoundException;

/** Keeps addresses that name no item of a roadmap out of the tables. */
public final class RoadmapItemCheck {
    private RoadmapItemCheck() {}

    /** @throws NotFoundException {@code activity.unknown} */
    public static String checked(String item) {
        if (item == null || !RoadmapItems.isWellFormed(item)) {
            throw new NotFoundException("activity.unknown");
        }
        return item;
    }
}
