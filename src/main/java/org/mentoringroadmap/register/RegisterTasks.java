package org.mentoringroadmap.register;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.RegisterChanged;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks «сформировать базу» and «собрать согласия». Where the register is kept here they end by themselves as soon as
 * nobody's consent is missing, unless the school has asked them to wait; where it is kept on paper, a person types the
 * figures.
 */
@Service
public class RegisterTasks implements FollowUp {
    /** Page of the task that forms a register; the models name it as form key. */
    public static final String REGISTER = "/tasks/register";

    /** Page of the task that collects consents; the models name it as form key. */
    public static final String CONSENTS = "/tasks/consents";

    private static final String NEWLY_REGISTERED = "p.programme_id = :programme and p.role = :role"
            + " and p.category in (:categories) and p.status = 'PROPOSED'"
            + " and exists (select 1 from person n where n.id = p.person_id and n.merged_into is null)"
            + " and exists (select 1 from consent c where c.person_id = p.person_id and c.kind = 'PROCESSING'"
            + " and " + ParticipantRepository.Where.COUNTS_SQL
            + " and case when p.role = 'MENTEE' then c.as_mentee else c.as_mentor end)";

    private static final String KIND = "register-tasks";

    private final RegisterGaps gaps;
    private final RegisterProcess process;
    private final Tasks tasks;
    private final Programmes programmes;
    private final ActivityKeys keys;
    private final ProgrammeLock lock;
    private final ParticipantAccess access;
    private final JdbcClient jdbc;
    private final FollowUps followUps;

    RegisterTasks(
            RegisterGaps gaps,
            RegisterProcess process,
            Tasks tasks,
            Programmes programmes,
            ActivityKeys keys,
            ProgrammeLock lock,
            ParticipantAccess access,
            JdbcClient jdbc,
            FollowUps followUps) {
        this.gaps = gaps;
        this.process = process;
        this.tasks = tasks;
        this.programmes = programmes;
        this.keys = keys;
        this.lock = lock;
        this.access = access;
        this.jdbc = jdbc;
        this.followUps = followUps;
    }

    /** The figures that a task stores, by the names of its fields; empty where the register is not kept here. */
    public static Map<String, Object> fields(String page, RegisterFigures figures) {
        if (!figures.isKept()) {
            return Map.of();
        }
        return CONSENTS.equals(page)
                ? Map.of("needed", figures.needed(), "received", figures.received(), "refused", figures.refused())
                : Map.of("included", figures.received(), "withoutConsent", figures.missing());
    }

    /** Whether the school has asked the task of an item to wait though nobody is missing. */
    @Transactional(readOnly = true)
    public boolean held(Long programmeId, String roadmapItem) {
        return jdbc.sql("select count(*) from register_hold where programme_id = ? and activity_key = ?")
                        .params(programmeId, keys.key(programmeId, roadmapItem))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Lets the task wait though nobody is missing, since people are still to be entered; or lets it end by itself again,
     * at once where nobody is missing.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.programme-completed}
     */
    @Transactional
    public void hold(Long programmeId, String roadmapItem, boolean wait) {
        access.toWrite(programmeId);
        lock.acquire(programmeId);
        if (wait && !held(programmeId, roadmapItem)) {
            jdbc.sql("insert into register_hold (programme_id, activity_key) values (?, ?)")
                    .params(programmeId, keys.key(programmeId, roadmapItem))
                    .update();
        } else if (!wait) {
            jdbc.sql("delete from register_hold where programme_id = ? and activity_key = ?")
                    .params(programmeId, keys.key(programmeId, roadmapItem))
                    .update();
            lookSoon(programmeId);
        }
    }

    @EventListener
    void changed(RegisterChanged change) {
        lookSoon(change.programmeId());
    }

    /** Has the programme's tasks looked at once what the running transaction does is in the database. */
    public void lookSoon(Long programmeId) {
        followUps.request(KIND, programmeId);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Ends the tasks of the programme in whose registers nobody is missing. */
    @Override
    @Transactional
    public void run(Long programmeId) {
        lock.acquire(programmeId);
        if (programmes.get(programmeId).state() != Programme.State.RUNNING) {
            return;
        }
        for (OpenTask task : tasks.ofProgramme(programmeId)) {
            String page = task.formPath().orElse("");
            if (page.equals(REGISTER) || page.equals(CONSENTS)) {
                RegisterFigures figures = gaps.figures(programmeId, process.group(task.id()));
                if (endsByItself(programmeId, task.roadmapItem(), figures)) {
                    tasks.completeBySystem(task.id(), done(page, figures));
                }
            }
        }
    }

    /** Whether a task of the item ends without anybody's doing. */
    public boolean endsByItself(Long programmeId, String roadmapItem, RegisterFigures figures) {
        return figures.isComplete() && !held(programmeId, roadmapItem);
    }

    /** All that a task is completed with where nobody is missing, by the names of its fields. */
    public Map<String, Object> done(String page, RegisterFigures figures) {
        Map<String, Object> done = new HashMap<>(fields(page, figures));
        done.putAll(OutcomeFields.doneOn(access.today()));
        return done;
    }

    /**
     * The register of a group is formed: those with a consent for the year who were only proposed are in it from today on. The
     * rule looks at everybody in the database at once.
     */
    @Transactional
    public void formed(Long programmeId, RegisterGroup group) {
        lock.acquire(programmeId);
        Map<String, Object> values = new HashMap<>();
        values.put("programme", programmeId);
        values.put("role", group.role().name());
        values.put(
                "categories",
                Arrays.stream(ParticipantCategory.values())
                        .filter(category -> group.category() == null || category == group.category())
                        .map(ParticipantCategory::name)
                        .toList());
        values.put("day", access.today());
        values.put("until", programmes.get(programmeId).lastDay(access.today()));
        values.put("login", access.login());
        values.put("now", access.now());
        jdbc.sql("insert into participant_status (participant_id, status, status_on, changed_by, changed_at)"
                        + " select p.id, 'REGISTERED', cast(:day as date), :login, cast(:now as timestamp)"
                        + " from participant p where " + NEWLY_REGISTERED)
                .params(values)
                .update();
        jdbc.sql("update participant p set status = 'REGISTERED', status_on = :day, version = version + 1,"
                        + " changed_by = :login, changed_at = :now where " + NEWLY_REGISTERED)
                .params(values)
                .update();
    }
}
