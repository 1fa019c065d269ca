package org.mentoringroadmap.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.mentoringroadmap.assessment.Scale.Better;
import org.mentoringroadmap.assessment.Scale.Whom;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.TextKey;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scales of a programme: a usual set until the school says otherwise, and fixed with the first value, since what is
 * measured at the exit is compared with the entry.
 */
@Service
@Transactional
public class AssessmentScales {
    /** So many fit into a table that a person fills. */
    public static final int MAX_SCALES = 12;

    static final int MAX_TITLE_LENGTH = 100;

    private static final BigDecimal MAX_BOUND = new BigDecimal("99999");

    /**
     * A scale as somebody has typed it.
     *
     * @param key of the scale that is changed; blank for a new one
     */
    public record Typed(String key, String title, Whom whom, BigDecimal lower, BigDecimal upper, Better better) {}

    private record Usual(String key, Whom whom, String lower, String upper, Better better) {}

    /** Roadmap 001, section 9 names the first four; attendance and marks stand for its characteristics of learning. */
    private static final List<Usual> USUAL = List.of(
            new Usual("engagement", Whom.PUPIL, "1", "5", Better.MORE),
            new Usual("activity", Whom.PUPIL, "1", "5", Better.MORE),
            new Usual("self-esteem", Whom.PUPIL, "1", "5", Better.MORE),
            new Usual("anxiety", Whom.PUPIL, "1", "5", Better.LESS),
            new Usual("attendance", Whom.PUPIL, "0", "100", Better.MORE),
            new Usual("average-mark", Whom.PUPIL, "2", "5", Better.MORE),
            new Usual("deficits", Whom.WORKER, "0", "50", Better.LESS));

    private final JdbcClient jdbc;
    private final AssessmentAccess access;
    private final ProgrammeLock lock;
    private final MessageSource messages;
    private final AuditTrail trail;

    AssessmentScales(
            JdbcClient jdbc, AssessmentAccess access, ProgrammeLock lock, MessageSource messages, AuditTrail trail) {
        this.jdbc = jdbc;
        this.access = access;
        this.lock = lock;
        this.messages = messages;
        this.trail = trail;
    }

    /** The scales of a programme in their order. */
    @Transactional(readOnly = true)
    public List<Scale> of(Programme programme) {
        List<Scale> stored = stored(programme.id());
        return stored.isEmpty() ? usual() : stored;
    }

    /** Whether something has been measured, so that the scales stay as they are. */
    @Transactional(readOnly = true)
    public boolean isFrozen(Programme programme) {
        return jdbc.sql("select count(*) from assessment a join assessment_scale s on s.id = a.scale_id"
                                + " where s.programme_id = ?")
                        .param(programme.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Gives a programme scales of its own, in the order given.
     *
     * @throws UserInputException {@code assessment.scale-title}, {@code assessment.scale-bounds}, {@code
     *     assessment.scale-twice}, {@code assessment.scales-none}, {@code assessment.scales-many}
     * @throws ConflictException {@code assessment.frozen} when something has been measured; {@code
     *     participant.programme-completed}
     */
    public void replace(Long programmeId, List<Typed> typed) {
        Programme programme = access.toWrite(programmeId);
        lock.acquire(programmeId);
        if (isFrozen(programme)) {
            throw new ConflictException("assessment.frozen");
        }
        List<Scale> scales = checked(of(programme), typed);
        jdbc.sql("delete from assessment_scale where programme_id = ?")
                .param(programmeId)
                .update();
        store(programmeId, scales);
        trail.record(AuditEvent.of(AuditAct.SCALES_CHANGED, programmeId).count(scales.size()));
    }

    /** The scales as they are kept; the usual ones are kept from now on. The caller holds the lock of the programme. */
    List<Scale> kept(Programme programme) {
        if (stored(programme.id()).isEmpty()) {
            store(programme.id(), usual());
        }
        return stored(programme.id());
    }

    private List<Scale> checked(List<Scale> known, List<Typed> typed) {
        List<Scale> scales = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Set<String> titles = new HashSet<>();
        known.forEach(scale -> keys.add(scale.key()));
        for (Typed one : typed) {
            String title = EnteredText.clean(one.title());
            if (title == null) {
                continue; // a line that was left blank or is taken out
            }
            if (title.length() > MAX_TITLE_LENGTH) {
                throw new UserInputException("assessment.scale-title", String.valueOf(MAX_TITLE_LENGTH));
            }
            if (!isBound(one.lower()) || !isBound(one.upper()) || one.lower().compareTo(one.upper()) >= 0) {
                throw new UserInputException("assessment.scale-bounds", title);
            }
            if (!titles.add(TextKey.of(title))) {
                throw new UserInputException("assessment.scale-twice", title);
            }
            boolean old = known.stream().anyMatch(scale -> scale.key().equals(one.key()));
            scales.add(new Scale(
                    null,
                    old ? one.key() : free(keys),
                    title,
                    one.whom() == null ? Whom.ANYBODY : one.whom(),
                    one.lower(),
                    one.upper(),
                    one.better() == null ? Better.MORE : one.better()));
        }
        if (scales.isEmpty()) {
            throw new UserInputException("assessment.scales-none");
        }
        if (scales.size() > MAX_SCALES) {
            throw new UserInputException("assessment.scales-many", String.valueOf(MAX_SCALES));
        }
        return scales;
    }

    private static boolean isBound(BigDecimal bound) {
        return bound != null
                && bound.abs().compareTo(MAX_BOUND) <= 0
                && bound.stripTrailingZeros().scale() <= Scale.DECIMALS;
    }

    private static String free(Set<String> keys) {
        String key = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "scale-" + number)
                .filter(any -> !keys.contains(any))
                .findFirst()
                .orElseThrow();
        keys.add(key);
        return key;
    }

    private List<Scale> usual() {
        return USUAL.stream()
                .map(scale -> new Scale(
                        null,
                        scale.key(),
                        messages.getMessage("assessment.scale." + scale.key(), null, Locale.ROOT),
                        scale.whom(),
                        new BigDecimal(scale.lower()),
                        new BigDecimal(scale.upper()),
                        scale.better()))
                .toList();
    }

    private List<Scale> stored(Long programmeId) {
        return jdbc.sql("select id, scale_key, title, whom, lower_bound, upper_bound, better from assessment_scale"
                        + " where programme_id = ? order by ordinal")
                .param(programmeId)
                .query((row, number) -> new Scale(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Whom.valueOf(row.getString(4)),
                        plain(row.getBigDecimal(5)),
                        plain(row.getBigDecimal(6)),
                        Better.valueOf(row.getString(7))))
                .list();
    }

    /** «5», not «5.00». */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private void store(Long programmeId, List<Scale> scales) {
        for (int i = 0; i < scales.size(); i++) {
            Scale scale = scales.get(i);
            jdbc.sql("insert into assessment_scale (programme_id, scale_key, title, whom, lower_bound, upper_bound,"
                            + " better, ordinal) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            programmeId,
                            scale.key(),
                            scale.title(),
                            scale.whom().name(),
                            scale.lower(),
                            scale.upper(),
                            scale.better().name(),
                            i)
                    .update();
        }
    }
}
