package org.mentoringroadmap.matching.preference;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.questionnaire.AnsweredSheets;
import org.mentoringroadmap.questionnaire.AnsweredSheets.Answered;
import org.mentoringroadmap.questionnaire.FieldUse;
import org.mentoringroadmap.questionnaire.Item;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom people have named in questionnaires, offered to the curator as preferences: nothing is taken over by itself, and a name
 * that could mean several is asked about. What was entered by hand since the answer stands.
 */
@Service
@Transactional
public class AnsweredPreferences {
    /** Stands for «nobody»: the name is left out. */
    public static final Long NOBODY = 0L;

    /**
     * A name that somebody has written.
     *
     * @param field what {@link #take} calls it
     * @param meant the one who is meant; null where that is asked
     * @param candidates whom it could mean; everybody of the other side where nobody resembles
     */
    public record Name(String field, String text, Participant meant, List<Participant> candidates) {}

    /**
     * What one person has answered.
     *
     * @param liked the dearest first
     */
    public record Wish(
            Participant from,
            Long campaignId,
            Long invitationId,
            LocalDateTime at,
            List<Name> liked,
            List<Name> refused) {
        /** All names. */
        public List<Name> names() {
            return Stream.concat(liked.stream(), refused.stream()).toList();
        }

        /** Whether somebody must be asked about before it is taken over. */
        public boolean isAsked() {
            return names().stream().anyMatch(name -> name.meant() == null);
        }
    }

    /**
     * What came of taking over.
     *
     * @param taken how many people's wishes are preferences now
     * @param left how many wait: a name is not decided about, or somebody is liked and refused
     */
    public record Taken(int taken, int left) {}

    private final AnsweredSheets sheets;
    private final QuestionnaireAccess answersAccess;
    private final ParticipantRepository participants;
    private final SchoolClasses classes;
    private final PreferenceStore store;
    private final Preferences preferences;

    AnsweredPreferences(
            AnsweredSheets sheets,
            QuestionnaireAccess answersAccess,
            ParticipantRepository participants,
            SchoolClasses classes,
            PreferenceStore store,
            Preferences preferences) {
        this.sheets = sheets;
        this.answersAccess = answersAccess;
        this.participants = participants;
        this.classes = classes;
        this.store = store;
        this.preferences = preferences;
    }

    /** Whether the acting account may take over what people have answered in this programme. */
    @Transactional(readOnly = true)
    public boolean mayTake(Long programmeId) {
        return answersAccess.mayDecide(programmeId);
    }

    /**
     * What is answered and not taken over, in the order of names.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}
     */
    @Transactional(readOnly = true)
    public List<Wish> waiting(Long programmeId) {
        Programme programme = answersAccess.toDecide(programmeId);
        Map<Long, Answered> latest = new HashMap<>();
        sheets.ofProgramme(
                        programmeId,
                        one -> !one.questions(use -> !use.preference().isEmpty())
                                .isEmpty())
                .forEach(sheet -> latest.put(sheet.invitation().participantId(), sheet));
        Map<Long, LocalDateTime> entered = store.answeredAt(programmeId);
        latest.values()
                .removeIf(sheet -> Optional.ofNullable(
                                entered.get(sheet.invitation().participantId()))
                        .filter(at -> !at.isBefore(sheet.invitation().answeredAt()))
                        .isPresent());
        if (latest.isEmpty()) {
            return List.of();
        }
        List<Participant> people = participants.takingPart(programmeId);
        Map<Long, String> classNames = classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
        return people.stream()
                .filter(one -> latest.containsKey(one.id()))
                .sorted(Comparator.comparing((Participant one) -> one.person().fullName()))
                .map(one -> wish(one, latest.get(one.id()), others(one, people), classNames))
                .toList();
    }

    private static List<Participant> others(Participant from, List<Participant> people) {
        return people.stream().filter(one -> one.role() != from.role()).toList();
    }

    private static Wish wish(Participant from, Answered sheet, List<Participant> others, Map<Long, String> classNames) {
        return new Wish(
                from,
                sheet.invitation().campaignId(),
                sheet.invitation().id(),
                sheet.invitation().answeredAt(),
                names(sheet, FieldUse.LIKED, others, classNames),
                names(sheet, FieldUse.REFUSED, others, classNames));
    }

    private static List<Name> names(
            Answered sheet, String preference, List<Participant> others, Map<Long, String> classNames) {
        List<Name> names = new ArrayList<>();
        for (Item.Question question :
                sheet.questionnaire().questions(use -> use.preference().equals(preference))) {
            for (String text : sheet.answers().getOrDefault(question.key(), List.of())) {
                names.add(name(sheet.invitation().id() + "-" + question.key(), text, others, classNames));
            }
        }
        return names;
    }

    private static Name name(String field, String text, List<Participant> others, Map<Long, String> classNames) {
        NameWritten written = NameWritten.of(text);
        List<Participant> whole = written.of(others, classNames);
        if (whole.size() == 1 && written.isCertain(whole.get(0))) {
            return new Name(field, text, whole.get(0), whole);
        }
        List<Participant> near = whole.isEmpty() ? written.near(others) : whole;
        return new Name(field, text, null, near.isEmpty() ? others : near);
    }

    /**
     * Takes over what is clear, and what was decided about.
     *
     * @param chosen whom a name means, by {@link Name#field}; {@link #NOBODY} leaves it out, nothing leaves the wish waiting
     */
    public Taken take(Long programmeId, Map<String, Long> chosen) {
        List<Wish> waiting = waiting(programmeId);
        int taken = 0;
        for (Wish wish : waiting) {
            Optional<Set<Long>> liked = ids(wish.liked(), chosen);
            Optional<Set<Long>> refused = ids(wish.refused(), chosen);
            boolean settled = liked.isPresent()
                    && refused.isPresent()
                    && refused.get().stream().noneMatch(liked.get()::contains);
            if (settled) {
                List<Long> ranked =
                        liked.get().stream().limit(Preferences.MAX_COUNT).toList();
                preferences.save(programmeId, wish.from().id(), ranked, refused.get());
                taken++;
            }
        }
        return new Taken(taken, waiting.size() - taken);
    }

    /** Empty while a name is not decided about. */
    private static Optional<Set<Long>> ids(Collection<Name> names, Map<String, Long> chosen) {
        Set<Long> ids = new LinkedHashSet<>();
        for (Name name : names) {
            Map<Long, Participant> candidates = name.candidates().stream()
                    .collect(Collectors.toMap(
                            Participant::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
            Long id = name.meant() == null
                    ? chosen.get(name.field())
                    : name.meant().id();
            if (id == null || !id.equals(NOBODY) && !candidates.containsKey(id)) {
                return Optional.empty();
            }
            if (!id.equals(NOBODY)) {
                ids.add(id);
            }
        }
        return Optional.of(ids);
    }
}
