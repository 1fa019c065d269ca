package org.mentoringroadmap.activity.checklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.DateInput;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.RoadmapItemCheck;
import org.mentoringroadmap.activity.TextInput;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.ActingPerson;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Activities that every class carries out by itself (class hours, parents' meetings). The rows are the school's classes
 * at the time of looking, so that a class which comes late appears by itself. When the last class has answered, the
 * task completes in the same transaction.
 */
@Service
@Transactional
public class ClassChecklists {
    /** Page that carries the task of a checklist; the models name it as form key. */
    public static final String PAGE = "/tasks/classes";

    private static final int MAX_NOTE_LENGTH = 500;

    /**
     * A checklist that waits for answers.
     *
     * @param programme programme that runs it
     * @param task task that collects the answers
     * @param rows the classes
     */
    public record Open(Programme programme, OpenTask task, List<ClassRow> rows) {
        /** What the classes carry out: the task's name without the verb before the colon. */
        public String title() {
            return task.name().substring(task.name().indexOf(':') + 1).strip();
        }

        /** Names of the classes that have said nothing yet. */
        public List<String> missing() {
            return rows.stream()
                    .filter(ClassRow::missing)
                    .map(ClassRow::className)
                    .toList();
        }
    }

    /** What a checklist is about. */
    private record Checklist(Long programmeId, String activityKey) {
        static Checklist of(ClassCompletion completion) {
            return new Checklist(completion.programmeId(), completion.activityKey());
        }
    }

    /** The classes of a school in their order, and its staff. */
    private record ClassesOfSchool(List<SchoolClass> classes, List<StaffMember> staff) {}

    private final ClassCompletionRepository completions;
    private final SchoolClasses classes;
    private final Staff staff;
    private final ActingPerson person;
    private final Programmes programmes;
    private final ActivityOutcomes outcomes;
    private final ActivityKeys keys;
    private final Tasks tasks;
    private final ProgrammeLock lock;
    private final CurrentUser user;
    private final Clock clock;

    ClassChecklists(
            ClassCompletionRepository completions,
            SchoolClasses classes,
            Staff staff,
            ActingPerson person,
            Programmes programmes,
            ActivityOutcomes outcomes,
            ActivityKeys keys,
            Tasks tasks,
            ProgrammeLock lock,
            CurrentUser user,
            Clock clock) {
        this.completions = completions;
        this.classes = classes;
        this.staff = staff;
        this.person = person;
        this.programmes = programmes;
        this.outcomes = outcomes;
        this.keys = keys;
        this.tasks = tasks;
        this.lock = lock;
        this.user = user;
        this.clock = clock;
    }

    /** Keys of a programme's activities for which a class has answered; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public Set<String> answered(Long programmeId) {
        return completions.activities(programmeId);
    }

    /** Every class of the programme's school with its answer, in the order 1А … 11Б; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public List<ClassRow> rows(Long programmeId, String roadmapItem) {
        return rows(
                ofSchool(programmes.get(programmeId)),
                completions.findByProgrammeIdAndActivityKey(programmeId, keys.key(programmeId, roadmapItem)));
    }

    private ClassesOfSchool ofSchool(Programme programme) {
        return new ClassesOfSchool(
                classes.of(programme.schoolId(), programme.schoolYear()), staff.of(programme.schoolId()));
    }

    private List<ClassRow> rows(ClassesOfSchool school, Collection<ClassCompletion> ticked) {
        Map<Long, ClassCompletion> answers =
                ticked.stream().collect(Collectors.toMap(ClassCompletion::classId, Function.identity()));
        Map<Long, StaffMember> teachers =
                school.staff().stream().collect(Collectors.toMap(StaffMember::id, Function.identity()));
        Map<Long, String> names = StaffMember.shortNames(school.staff());
        return school.classes().stream()
                .map(schoolClass -> row(
                        schoolClass,
                        answers.get(schoolClass.id()),
                        schoolClass.teacherId().map(teachers::get).orElse(null),
                        names))
                .toList();
    }

    /** Names of the classes that have said nothing yet; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public List<String> missing(Long programmeId, String roadmapItem) {
        return rows(programmeId, roadmapItem).stream()
                .filter(ClassRow::missing)
                .map(ClassRow::className)
                .toList();
    }

    /**
     * Open checklists of the running programmes that the acting account sees, the earliest term first. A deputy or
     * the curator sees all classes, a class teacher his or her own; a checklist without such a class is left out.
     */
    @Transactional(readOnly = true)
    public List<Open> open() {
        Map<Long, Programme> running = programmes.visible().stream()
                .filter(programme -> programme.state() == Programme.State.RUNNING)
                .collect(Collectors.toMap(Programme::id, Function.identity()));
        List<OpenTask> checklists = tasks.ofProgrammes(running.keySet()).stream()
                .filter(ClassChecklists::collects)
                .toList();
        Map<Checklist, List<ClassCompletion>> ticked = ticked(checklists);
        Map<Long, ClassesOfSchool> schools = new HashMap<>();
        return checklists.stream()
                .map(task -> {
                    Programme programme = running.get(task.programmeId());
                    ClassesOfSchool school = schools.computeIfAbsent(programme.id(), any -> ofSchool(programme));
                    List<ClassCompletion> answers = ticked.getOrDefault(checklist(task), List.of());
                    return new Open(programme, task, visible(rows(school, answers), task));
                })
                .filter(checklist -> !checklist.rows().isEmpty())
                .toList();
    }

    private Map<Checklist, List<ClassCompletion>> ticked(List<OpenTask> checklists) {
        Set<Long> programmeIds = checklists.stream().map(OpenTask::programmeId).collect(Collectors.toSet());
        Set<String> activities =
                checklists.stream().map(task -> checklist(task).activityKey()).collect(Collectors.toSet());
        return completions.findByProgrammeIdInAndActivityKeyIn(programmeIds, activities).stream()
                .collect(Collectors.groupingBy(Checklist::of));
    }

    private Checklist checklist(OpenTask task) {
        return new Checklist(task.programmeId(), keys.key(task.programmeId(), task.roadmapItem()));
    }

    /**
     * The class has carried out the activity; a later tick corrects an earlier one.
     *
     * @param date its day; null for today
     * @throws ForbiddenException {@code class.not-yours}: only the class's own teacher, a deputy and the curator may tick
     * @throws NotFoundException {@code programme.unknown} or {@code class.unknown}
     * @throws ConflictException {@code activity.programme-completed}
     */
    public void tick(Long programmeId, String roadmapItem, Long classId, LocalDate date, String note) {
        answer(programmeId, roadmapItem, List.of(classId), true, date, note);
    }

    /**
     * The class does without the activity.
     *
     * @param reason why; must not be empty
     * @throws UserInputException {@code activity.reason} and as {@link #tick}
     */
    public void notHeld(Long programmeId, String roadmapItem, Long classId, String reason) {
        answer(programmeId, roadmapItem, List.of(classId), false, null, reason);
    }

    /**
     * Several classes at once, all or none.
     *
     * @param held whether they have carried it out, as in {@link #tick}; otherwise as in {@link #notHeld}
     * @return whether these were the last answers, so that the activity has ended
     * @throws UserInputException {@code class.none} when no class is given
     */
    public boolean answer(
            Long programmeId,
            String roadmapItem,
            Collection<Long> classIds,
            boolean held,
            LocalDate date,
            String note) {
        Programme programme = programmes.visible(programmeId);
        lock.acquire(programmeId);
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("activity.programme-completed");
        }
        if (classIds.isEmpty()) {
            throw new UserInputException("class.none");
        }
        String key = keys.key(programmeId, RoadmapItemCheck.checked(roadmapItem));
        LocalDate today = LocalDate.now(clock);
        LocalDate day = date == null || !held ? today : DateInput.past(date, today);
        String clean = TextInput.clean(note, MAX_NOTE_LENGTH);
        if (!held && clean == null) {
            throw new UserInputException("activity.reason");
        }
        boolean collectsHere = answersForAll(programmeId, roadmapItem);
        for (Long classId : classIds) {
            SchoolClass schoolClass = classes.get(programme.schoolId(), classId);
            if (!leads(schoolClass) && !collectsHere) {
                throw new ForbiddenException("class.not-yours", schoolClass.name());
            }
            ClassCompletion completion = completions
                    .findByProgrammeIdAndActivityKeyAndClassId(programmeId, key, classId)
                    .orElseGet(() -> new ClassCompletion(programmeId, key, schoolClass.id()));
            completion.change(
                    held, day, clean, user.login(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
            completions.save(completion);
        }
        return completeWhenFull(programmeId, roadmapItem);
    }

    /**
     * Ends the activity of a checklist. Done needs an answer of every class and takes the latest day that they name
     * unless a day is given.
     *
     * @throws UserInputException {@code class.no-classes} when the school has none, {@code class.missing} naming the
     *     classes without an answer, {@code class.all-not-held} when no class has carried it out; what {@link
     *     ActivityOutcomes#record} refuses
     */
    public void close(Long programmeId, String roadmapItem, OutcomeInput input) {
        lock.acquire(programmeId);
        outcomes.record(
                programmeId,
                roadmapItem,
                input.outcome() == Outcome.DONE ? input.orOn(lastDay(rows(programmeId, roadmapItem))) : input);
    }

    private static LocalDate lastDay(List<ClassRow> rows) {
        if (rows.isEmpty()) {
            throw new UserInputException("class.no-classes");
        }
        String missing =
                rows.stream().filter(ClassRow::missing).map(ClassRow::className).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new UserInputException("class.missing", missing);
        }
        return lastHeld(rows).orElseThrow(() -> new UserInputException("class.all-not-held"));
    }

    private static Optional<LocalDate> lastHeld(List<ClassRow> rows) {
        return rows.stream()
                .filter(row -> row.state() == ClassRow.State.HELD)
                .map(ClassRow::date)
                .max(LocalDate::compareTo);
    }

    /** Completes the task when every class has answered; where every class does without, the activity is not held. */
    private boolean completeWhenFull(Long programmeId, String roadmapItem) {
        List<ClassRow> rows = rows(programmeId, roadmapItem);
        if (rows.stream().anyMatch(ClassRow::missing)) {
            return false;
        }
        OutcomeInput input = lastHeld(rows)
                .map(day -> new OutcomeInput(Outcome.DONE, day, null, null, null))
                .orElseGet(() -> new OutcomeInput(Outcome.NOT_HELD, null, null, reasons(rows), null));
        Optional<OpenTask> open = tasks.ofProgramme(programmeId).stream()
                .filter(task -> collects(task) && roadmapItem.equals(task.roadmapItem()))
                .findFirst();
        open.ifPresent(task -> {
            // Recorded here already, so that the record names the person and not the application.
            outcomes.record(programmeId, roadmapItem, input);
            tasks.completeBySystem(task.id(), input.fields());
        });
        return open.isPresent();
    }

    private static String reasons(List<ClassRow> rows) {
        String reasons = rows.stream().map(ClassRow::note).distinct().collect(Collectors.joining("; "));
        return reasons.length() <= OutcomeInput.MAX_NOTE_LENGTH
                ? reasons
                : reasons.substring(0, OutcomeInput.MAX_NOTE_LENGTH);
    }

    private static boolean collects(OpenTask task) {
        return task.formPath().filter(PAGE::equals).isPresent() && task.roadmapItem() != null;
    }

    private ClassRow row(
            SchoolClass schoolClass, ClassCompletion completion, StaffMember teacher, Map<Long, String> names) {
        return new ClassRow(
                schoolClass.id(),
                schoolClass.name(),
                teacher == null ? "" : names.get(teacher.id()),
                teacher != null
                        && teacher.account().filter(user.login()::equals).isPresent(),
                completion == null
                        ? ClassRow.State.MISSING
                        : completion.held() ? ClassRow.State.HELD : ClassRow.State.NOT_HELD,
                completion == null ? null : completion.date(),
                completion == null || completion.note() == null ? "" : completion.note());
    }

    /** Deputies and the curator in any case, and whose task the collecting is. */
    private boolean answersForAll(Long programmeId, String roadmapItem) {
        return mayAnswerForAll()
                || tasks.ofProgramme(programmeId).stream()
                        .filter(task -> collects(task) && roadmapItem.equals(task.roadmapItem()))
                        .anyMatch(this::isMine);
    }

    private boolean mayAnswerForAll() {
        return user.has(Role.DEPUTY) || user.has(Role.CURATOR);
    }

    private boolean isMine(OpenTask task) {
        return task.roles().stream().anyMatch(user::holds);
    }

    private boolean leads(SchoolClass schoolClass) {
        return person.is(schoolClass.teacherId());
    }

    private List<ClassRow> visible(List<ClassRow> rows, OpenTask task) {
        boolean all = mayAnswerForAll() || isMine(task);
        return rows.stream().filter(row -> row.mine() || all).toList();
    }
}
