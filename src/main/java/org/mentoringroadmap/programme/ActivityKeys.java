package org.mentoringroadmap.programme;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which activity of a programme is meant. What is recorded hangs on its key, which stays when an edit of the models gives it
 * another number; people, addresses and the processes of activities name it by the number that the programme's edition
 * gives it. Whoever asks.
 */
@Unguarded
@Service
@Transactional(readOnly = true)
public class ActivityKeys {
    private static final String INSIDE = "/";
    /** Stands for the slash of a key where the key is one part of an address; no id of a model has it. */
    private static final String IN_ADDRESS = "~";

    private final ProgrammeRepository programmes;
    private final Editions editions;

    ActivityKeys(ProgrammeRepository programmes, Editions editions) {
        this.programmes = programmes;
        this.editions = editions;
    }

    /**
     * The key of an activity.
     *
     * @param item its number in the programme's edition, or the one that it had when it was taken out; or the key itself,
     *     as it is or as {@link #address} writes it
     * @return what was given where neither the edition nor an earlier one knows such a number
     */
    public String key(Long programmeId, String item) {
        if (item == null || item.contains(INSIDE)) {
            return item;
        }
        if (item.contains(IN_ADDRESS)) {
            return item.replace(IN_ADDRESS, INSIDE);
        }
        Predicate<RoadmapActivity> meant = activity -> activity.items().contains(item);
        return inForce(programmeId)
                .filter(meant)
                .findFirst()
                .or(() -> removed(programmeId).filter(meant).findFirst())
                .map(RoadmapActivity::key)
                .orElse(item);
    }

    /** The number of an activity in the programme's edition; empty for one that the edition does not have. */
    public Optional<String> item(Long programmeId, String key) {
        String meant = key(programmeId, key);
        return inForce(programmeId)
                .filter(activity -> activity.key().equals(meant))
                .map(RoadmapActivity::item)
                .findFirst();
    }

    /** The number by which people know an activity: that of the edition, or the last one that it had. */
    public String knownItem(Long programmeId, String key) {
        return item(programmeId, key)
                .or(() -> removed(programmeId)
                        .filter(activity -> activity.key().equals(key))
                        .map(RoadmapActivity::item)
                        .findFirst())
                .orElse(key);
    }

    /** What stands for an activity in the address of its page: its number, or its key where the edition has none for it. */
    public String address(Long programmeId, String key) {
        return item(programmeId, key).orElseGet(() -> address(key));
    }

    /** A key as one part of an address. */
    public static String address(String key) {
        return key.replace(INSIDE, IN_ADDRESS);
    }

    /**
     * An activity that the programme's edition or an earlier one has.
     *
     * @return its key
     * @throws NotFoundException {@code activity.unknown}
     */
    public String known(Long programmeId, String item) {
        String key = key(programmeId, item);
        return Stream.concat(inForce(programmeId), removed(programmeId))
                .map(RoadmapActivity::key)
                .filter(key::equals)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("activity.unknown"));
    }

    private Stream<RoadmapActivity> inForce(Long programmeId) {
        return programmes.findById(programmeId).stream()
                .flatMap(programme -> editions.roadmapIfAny(programme).stream())
                .flatMap(roadmap -> roadmap.activities());
    }

    private Stream<RoadmapActivity> removed(Long programmeId) {
        return programmes.findById(programmeId).stream()
                .map(editions::removed)
                .flatMap(List::stream)
                .flatMap(stage -> stage.activities().stream());
    }
}
