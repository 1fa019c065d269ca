package org.mentoringroadmap.activity;

import org.mentoringroadmap.shared.NotFoundException;

/** Keeps addresses that name no item of a roadmap out of the tables. */
public final class RoadmapItemCheck {
    /** Shape of an item: number of the roadmap, hyphen, number of the item, for example 000-1.4.2a. */
    private static final String ITEM = "[0-9]{3}-[0-9][0-9a-z.]{0,30}";

    private RoadmapItemCheck() {}

    /** @throws NotFoundException {@code activity.unknown} */
    public static String checked(String item) {
        if (item == null || !item.matches(ITEM)) {
            throw new NotFoundException("activity.unknown");
        }
        return item;
    }
}
