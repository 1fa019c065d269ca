package org.mentoringroadmap.activity;

import org.mentoringroadmap.shared.NotFoundException;

/** Keeps addresses that name no activity of a roadmap out of the tables. */
public final class RoadmapItemCheck {
    /** Shape of an item: number of the roadmap, hyphen, number of the item, for example 000-1.4.2a. */
    private static final String ITEM = "[0-9]{3}-[0-9][0-9a-z.]{0,30}";
    /** Shape of a key, also as addresses write it: id of a process and id of an element. */
    private static final String KEY = "[\\p{L}_][\\p{L}\\d_.-]{0,120}[/~][\\p{L}_][\\p{L}\\d_.-]{0,120}";

    private RoadmapItemCheck() {}

    /** @throws NotFoundException {@code activity.unknown} */
    public static String checked(String item) {
        if (item == null || !item.matches(ITEM) && !item.matches(KEY)) {
            throw new NotFoundException("activity.unknown");
        }
        return item;
    }
}
