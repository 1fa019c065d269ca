package org.mentoringroadmap.questionnaire;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;

/**
 * What a row of the roadmap asks for: whom, and by which questionnaire. {@code questionnaire-campaign.<id>} is the key of the
 * title.
 */
public enum CampaignKind {
    REQUESTS("requests"),
    MENTEES("mentees"),
    /** What others see of pupils. */
    THIRD_PARTY("third-party"),
    /** What others see of teachers. */
    TEACHER_REQUESTS("teacher-requests"),
    ENTRY_ASSESSMENT("entry-assessment"),
    MENTORS("mentors"),
    /** What was said in talks with those who want to be mentors; its block has a process of its own. */
    INTERVIEW("interview"),
    PREFERENCES("preferences"),
    INTERIM("interim"),
    SATISFACTION("satisfaction"),
    QUALITY("quality"),
    IMPACT("impact");

    private static final Set<ParticipantCategory> YOUNG =
            Set.of(ParticipantCategory.PUPIL, ParticipantCategory.STUDENT);

    private final String id;

    CampaignKind(String id) {
        this.id = id;
    }

    /** Value of the block's input {@code questionnaire}. */
    public String id() {
        return id;
    }

    /** The kind with this id; empty for a questionnaire of the school's own, which is counted by hand. */
    public static Optional<CampaignKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** By which questionnaire a participant is asked; empty for whoever is not meant. */
    public Optional<String> questionnaire(Participant participant) {
        boolean mentee = participant.role() == ParticipantRole.MENTEE;
        boolean young = YOUNG.contains(participant.category());
        return Optional.ofNullable(questionnaire(mentee, young)).filter(key -> isAsked(participant.status()));
    }

    /**
     * By which questionnaires it asks, mentees and the young first; what others are asked beside them stands behind theirs.
     *
     * @param young who takes part: the young, others, or both
     */
    List<String> questionnaires(Set<Boolean> young) {
        return Stream.of(true, false)
                .flatMap(mentee ->
                        Stream.of(true, false).filter(young::contains).map(isYoung -> questionnaire(mentee, isYoung)))
                .filter(Objects::nonNull)
                .flatMap(key -> Stream.concat(
                        Stream.of(key),
                        Arrays.stream(Respondent.values()).flatMap(other -> other.besides(key).stream())))
                .distinct()
                .toList();
    }

    /** By which questionnaire somebody is asked who takes part so; null for whoever is not meant. */
    private String questionnaire(boolean mentee, boolean young) {
        return switch (this) {
            case MENTEES -> mentee ? young ? "mentee-pupil" : "mentee-teacher" : null;
            case MENTORS -> mentee ? null : young ? "mentor-pupil" : "mentor-teacher";
            case REQUESTS -> "preliminary-requests";
            case THIRD_PARTY -> mentee && young ? "third-party-view" : null;
            case TEACHER_REQUESTS -> mentee && !young ? "third-party-view" : null;
            case INTERVIEW -> mentee ? null : young ? "interview" : "interview-teacher";
            case ENTRY_ASSESSMENT -> "assessment-entry";
            case IMPACT -> "assessment-exit";
            case PREFERENCES -> "preferences";
            case INTERIM -> "interim-feedback";
            case QUALITY -> "programme-quality";
            case SATISFACTION -> mentee ? young ? "final-mentee" : "young-teacher-satisfaction" : "final-mentor";
        };
    }

    /**
     * In the middle those are asked who meet; at the end those too who have finished already. How pairs and programme were is
     * not asked of whoever had none.
     */
    private boolean isAsked(ParticipantStatus status) {
        return switch (this) {
            case INTERIM -> status == ParticipantStatus.MATCHED;
            case SATISFACTION, QUALITY ->
                status == ParticipantStatus.MATCHED
                        || status == ParticipantStatus.FINISHED
                        || status == ParticipantStatus.CONTINUES;
            case IMPACT -> status != ParticipantStatus.LEFT;
            default -> status.takesPart();
        };
    }

    /** Whether the psychologist measures, for which a minor needs a consent of its own. */
    public boolean isMeasured() {
        return this == ENTRY_ASSESSMENT;
    }
}
