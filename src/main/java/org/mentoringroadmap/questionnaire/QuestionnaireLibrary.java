package org.mentoringroadmap.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.Guarded;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.Sha256;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;

/**
 * The questionnaires by which people will be asked next, worded by the school without Modeler. A changed one concerns who is
 * asked from now on; a campaign that runs keeps its edition. All schools of an installation ask by the same ones: where there
 * are several, only who administers the models changes them.
 */
@Service
public class QuestionnaireLibrary implements PageAccess {
    private static final Pattern OWN = Pattern.compile("own-[0-9a-f]{8}");
    private static final int MAX_FORM = 500_000;

    /**
     * A questionnaire of the list.
     *
     * @param own whether the school has added it
     */
    public record Shown(Questionnaire questionnaire, boolean own) {}

    /**
     * A questionnaire while it is worded.
     *
     * @param key name of its file without the ending; empty for one that is not kept yet
     * @param like the one that it was copied from; empty for none
     * @param version tells whether it was changed meanwhile
     */
    public record Draft(String key, String like, String version, boolean own, QuestionnaireDraft words) {}

    private final QuestionnaireFiles files;
    private final QuestionnaireEditions editions;
    private final Schools schools;
    private final CurrentUser user;
    private final AuditTrail trail;

    QuestionnaireLibrary(
            QuestionnaireFiles files,
            QuestionnaireEditions editions,
            Schools schools,
            CurrentUser user,
            AuditTrail trail) {
        this.files = files;
        this.editions = editions;
        this.schools = schools;
        this.user = user;
        this.trail = trail;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of("/questionnaires", this::mayChange);
    }

    /** @throws ForbiddenException {@code role.required} for who does not word questionnaires */
    @Guarded
    public void requireKeeper() {
        if (!mayChange()) {
            throw new ForbiddenException("role.required");
        }
    }

    /**
     * A questionnaire as it is in force, to be printed: its words are no secret of those who write them.
     *
     * @throws ForbiddenException {@code role.required} for whoever works in no school
     * @throws NotFoundException {@code questionnaire.unknown}
     */
    public Questionnaire toPrint(String key) {
        requireStaff();
        return QuestionnaireReader.read(form(key)).orElseThrow();
    }

    /**
     * All that are in force, to be printed, by title.
     *
     * @throws ForbiddenException {@code role.required} for whoever works in no school
     */
    public List<Shown> toPrint() {
        requireStaff();
        return inForce();
    }

    @Guarded
    private void requireStaff() {
        if (user.schoolIds().isEmpty() && !mayChange()) {
            throw new ForbiddenException("role.required");
        }
    }

    private boolean mayChange() {
        return user.has(Role.MODEL_ADMINISTRATOR)
                || schools.ids().size() < 2 && (user.has(Role.CURATOR) || user.has(Role.PSYCHOLOGIST));
    }

    /**
     * What is in force, by title.
     *
     * @throws ForbiddenException {@code role.required}
     */
    public List<Shown> all() {
        requireKeeper();
        return inForce();
    }

    private List<Shown> inForce() {
        return files.questionnaires().values().stream()
                .flatMap(form -> QuestionnaireReader.read(form).stream())
                .map(one -> new Shown(one, isOwn(one.key())))
                .sorted(Comparator.comparing((Shown one) -> !one.own())
                        .thenComparing(one -> one.questionnaire().title().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Those that the school has added, by title; for who asks by them. */
    @Unguarded
    public List<Questionnaire> own() {
        return files.questionnaires().values().stream()
                .flatMap(form -> QuestionnaireReader.read(form).stream())
                .filter(one -> one.asks() != Questionnaire.Asks.ROW)
                .sorted(Comparator.comparing(one -> one.title().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean isOwn(String key) {
        return OWN.matcher(key).matches();
    }

    /**
     * A questionnaire as it is in force, to be worded.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code questionnaire.unknown}
     */
    public Draft draft(String key) {
        requireKeeper();
        String form = form(key);
        return new Draft(key, "", Sha256.of(form), isOwn(key), QuestionnaireDraft.read(QuestionnaireReader.tree(form)));
    }

    /** The same for a new one that begins as this one. */
    public Draft copy(String like) {
        Draft pattern = draft(like);
        QuestionnaireDraft words = pattern.words();
        return new Draft(
                "",
                like,
                pattern.version(),
                true,
                words.titled(
                        words.title() + " (своя)",
                        words.asks() == Questionnaire.Asks.ROW ? Questionnaire.Asks.MENTEES : words.asks()));
    }

    private String form(String key) {
        return files.newest(key)
                .filter(text -> QuestionnaireReader.read(text).isPresent())
                .orElseThrow(() -> new NotFoundException("questionnaire.unknown"));
    }

    /**
     * What goes from the questions into the cards, by the id of the line; of questions that are in the form already.
     *
     * @throws ForbiddenException {@code role.required}
     */
    public Map<String, QuestionnaireDraft.CardNote> cardNotes(Draft draft) {
        requireKeeper();
        return files.newest(draft.key().isEmpty() ? draft.like() : draft.key())
                .map(form -> QuestionnaireDraft.cardNotes(QuestionnaireReader.tree(form)))
                .orElse(Map.of());
    }

    /** The questionnaire that a draft becomes, to be seen before it is kept. */
    public Questionnaire preview(Draft draft) {
        requireKeeper();
        String base = draft.key().isEmpty() ? draft.like() : draft.key();
        return QuestionnaireReader.read(written(draft, base, base)).orElseThrow();
    }

    private String written(Draft draft, String base, String key) {
        return draft.words().write(QuestionnaireReader.tree(form(base)), key).toPrettyString();
    }

    /**
     * Brings a draft into force for who is asked from now on. One that says what is in force already changes nothing.
     *
     * @return what it is refused for, in words; empty when it is in force
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code questionnaire.unknown}
     * @throws ConflictException {@code questionnaire.draft.changed}
     * @throws UserInputException {@code questionnaire.draft.large}
     */
    public List<String> save(Draft draft) {
        requireKeeper();
        boolean fresh = draft.key().isEmpty();
        String base = fresh ? draft.like() : draft.key();
        String before = form(base);
        if (!fresh && !Sha256.of(before).equals(draft.version())) {
            throw new ConflictException("questionnaire.draft.changed");
        }
        String key = fresh ? freshKey() : draft.key();
        String after = written(draft, base, key);
        if (after.length() > MAX_FORM) {
            throw new UserInputException("questionnaire.draft.large");
        }
        JsonNode now = QuestionnaireReader.tree(after);
        if (now.equals(QuestionnaireReader.tree(before))) {
            return List.of();
        }
        List<String> refused = files.deploy(key, after);
        if (refused.isEmpty()) {
            trail.record(AuditEvent.of(AuditAct.QUESTIONNAIRE_WORDED).fact("questionnaire", key));
        }
        return refused;
    }

    /**
     * Whether a questionnaire can go as if it had never been: the school has added it, and nobody was asked by it.
     *
     * @throws ForbiddenException {@code role.required}
     */
    public boolean isUnused(String key) {
        requireKeeper();
        return isOwn(key) && !editions.isKept(key);
    }

    /**
     * Takes back a questionnaire of the school's own by which nobody was asked.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code questionnaire.unknown}
     * @throws ConflictException {@code questionnaire.used}; {@code questionnaire.in-model}
     */
    public void remove(String key) {
        boolean unused = isUnused(key);
        form(key);
        if (!unused) {
            throw new ConflictException("questionnaire.used");
        }
        if (files.isNamedByModels(key)) {
            throw new ConflictException("questionnaire.in-model");
        }
        files.undeploy(key);
        trail.record(AuditEvent.of(AuditAct.QUESTIONNAIRE_REMOVED).fact("questionnaire", key));
    }

    /** Two who add one at the same moment add two. */
    private static String freshKey() {
        return "own-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }
}
