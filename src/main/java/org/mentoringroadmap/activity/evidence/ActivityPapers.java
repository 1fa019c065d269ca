package org.mentoringroadmap.activity.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Paper;
import org.mentoringroadmap.school.PaperReading;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Component;

/**
 * What the papers of activities hold. Files and notes follow the activity to which they were added: a document's activity
 * the document, consents, questionnaires and what the psychologist alone answers for are special, and anything else may show
 * children, as lists and photos do.
 */
@Component
public class ActivityPapers {
    private static final Set<String> SPECIAL_BLOCKS = Set.of("consent-collection", "questionnaire-campaign");

    private final Editions editions;
    private final List<ActivityData> features;
    private final PaperReading reading;
    private final OwnRoles roles;
    private final CurrentUser user;

    ActivityPapers(
            Editions editions, List<ActivityData> features, PaperReading reading, OwnRoles roles, CurrentUser user) {
        this.editions = editions;
        this.roles = roles;
        this.features = features;
        this.reading = reading;
        this.user = user;
    }

    /** The papers of a programme that the acting account sees; the roadmap is read once. */
    public Readable of(Programme programme) {
        return new Readable(Stream.concat(
                        editions.roadmap(programme).stages().stream(), editions.removed(programme).stream())
                .flatMap(stage -> stage.activities().stream())
                .collect(Collectors.toMap(RoadmapActivity::key, Function.identity(), (first, second) -> first)));
    }

    /** What the acting account may read of the papers of one programme. */
    public final class Readable {
        private final Map<String, RoadmapActivity> activities;

        private Readable(Map<String, RoadmapActivity> activities) {
            this.activities = activities;
        }

        /**
         * Whether it may read the notes, decisions and conclusions of the activity with this key. People are asked to
         * name nobody in them, so of a special activity too whoever keeps the papers of the school reads them.
         */
        public boolean words(String key) {
            DataClass data = data(key);
            return mayRead(key, data == DataClass.SPECIAL ? DataClass.CHILDREN : data, false);
        }

        /** Whether it may read this piece of evidence; the own ones in any case. */
        public boolean entry(EvidenceEntry entry) {
            boolean own = entry.addedBy().equals(user.login());
            return mayRead(entry.activityKey(), data(entry.activityKey()), own);
        }

        private DataClass data(String key) {
            return find(key).map(ActivityPapers.this::data).orElse(DataClass.CHILDREN);
        }

        private boolean mayRead(String key, DataClass data, boolean own) {
            Set<Role> responsible =
                    find(key).map(ActivityPapers.this::responsible).orElse(Set.of());
            return reading.mayRead(new Paper(data, true, responsible, own));
        }

        private Optional<RoadmapActivity> find(String key) {
            return Optional.ofNullable(activities.get(key));
        }
    }

    private DataClass data(RoadmapActivity activity) {
        if (SPECIAL_BLOCKS.contains(String.valueOf(activity.calledElement()))
                || responsible(activity).equals(Set.of(Role.PSYCHOLOGIST))) {
            return DataClass.SPECIAL;
        }
        return features.stream()
                .flatMap(feature -> feature.of(activity).stream())
                .findFirst()
                .orElse(DataClass.CHILDREN);
    }

    /** What an own role answers for is read by those whose rights it has. */
    private Set<Role> responsible(RoadmapActivity activity) {
        return roles.rights(activity.responsible());
    }
}
