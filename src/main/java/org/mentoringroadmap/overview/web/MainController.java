package org.mentoringroadmap.overview.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.ActivityCorrections;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.attention.AttentionSource;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.approval.TakenBackApprovals;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.overview.ProcessProgressReader;
import org.mentoringroadmap.overview.ProgrammeYear;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.questionnaire.use.HelpWishes;
import org.mentoringroadmap.reminder.Pressing;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.reminder.TaskReminder;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.PaperReading;
import org.mentoringroadmap.school.PsychologistAccess;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskHolders;
import org.mentoringroadmap.task.TaskPeople;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The main page: the year, what waits for me, what is late. */
@Controller
class MainController {
    private static final int MAX_YEARS = 10;
    private static final int MAX_TASKS = 30;
    private static final int MAX_AHEAD = 50;
    private static final int MAX_LATE = 15;
    private static final int MAX_DOCUMENTS = 6;
    private static final int MAX_COMING = 8;
    private static final int MAX_WEEK = 100;

    /** The page of a plain activity, of which several can be ticked together. */
    private static final String PLAIN_PAGE = "/tasks/activity";

    private final Overview overview;
    private final ProcessProgressReader progressReader;
    private final Reminders reminders;
    private final Tasks tasks;
    private final Documents documents;
    private final TakenBackApprovals approvals;
    private final ActivityCorrections corrections;
    private final ActivityKeys keys;
    private final ClassChecklists checklists;
    private final HelpWishes wishes;
    private final FirstSteps firstSteps;
    private final Schools schools;
    private final Staff staff;
    private final List<AttentionSource> attention;
    private final List<TaskPeople> people;
    private final PaperReading reading;
    private final PsychologistAccess psychologists;
    private final CurrentUser user;
    private final Clock clock;

    MainController(
            Overview overview,
            ProcessProgressReader progressReader,
            Reminders reminders,
            Tasks tasks,
            Documents documents,
            TakenBackApprovals approvals,
            ActivityCorrections corrections,
            ActivityKeys keys,
            ClassChecklists checklists,
            HelpWishes wishes,
            FirstSteps firstSteps,
            Schools schools,
            Staff staff,
            List<AttentionSource> attention,
            List<TaskPeople> people,
            PaperReading reading,
            PsychologistAccess psychologists,
            CurrentUser user,
            Clock clock) {
        this.overview = overview;
        this.progressReader = progressReader;
        this.reminders = reminders;
        this.tasks = tasks;
        this.documents = documents;
        this.approvals = approvals;
        this.corrections = corrections;
        this.keys = keys;
        this.checklists = checklists;
        this.wishes = wishes;
        this.firstSteps = firstSteps;
        this.schools = schools;
        this.staff = staff;
        this.attention = attention;
        this.people = people;
        this.reading = reading;
        this.psychologists = psychologists;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/")
    String main(Model model) {
        LocalDateTime now = LocalDateTime.now(clock);
        List<ProgrammeYear> years = overview.running(MAX_YEARS);
        List<School> mySchools = schools.visible();
        ProgrammeNames names = new ProgrammeNames(years, mySchools);
        List<OpenTask> mine = tasks.mine(MAX_TASKS);
        Set<String> ownIds = mine.stream().map(OpenTask::id).collect(Collectors.toSet());
        Pressing pressing = reminders.pressing(mine, mine.size() + MAX_LATE);
        Map<String, TaskReminder> ownPressing = pressing.first().stream()
                .filter(reminder -> ownIds.contains(reminder.task().id()))
                .collect(Collectors.toMap(reminder -> reminder.task().id(), Function.identity()));
        List<TaskReminder> late = pressing.first().stream()
                .filter(reminder -> !ownIds.contains(reminder.task().id()))
                .limit(MAX_LATE)
                .toList();
        model.addAttribute("today", now.toLocalDate());
        just(years, model);
        model.addAttribute("wishes", wishes.show());
        long mineCount = tasks.countMine();
        tell(mine, mineCount, years, now, model);
        model.addAttribute("years", years);
        model.addAttribute("attention", attention(years));
        model.addAttribute("names", names);
        model.addAttribute("hasSchool", !mySchools.isEmpty());
        model.addAttribute("mayStart", mayStart());
        model.addAttribute(
                "tasks",
                mine.stream()
                        .map(task -> Optional.ofNullable(ownPressing.get(task.id()))
                                .map(reminder -> line(reminder, names, now))
                                .orElseGet(() -> line(task, names, true, now)))
                        .toList());
        model.addAttribute("taskCount", mineCount);
        model.addAttribute(
                "severalPlain",
                mine.stream()
                                .filter(task -> task.formPath()
                                        .filter(PLAIN_PAGE::equals)
                                        .isPresent())
                                .count()
                        > 0);
        List<OpenTask> ahead = tasks.mineAhead(MAX_AHEAD);
        model.addAttribute(
                "ahead",
                ahead.stream().map(task -> line(task, names, true, now)).toList());
        model.addAttribute("aheadCount", ahead.size() < MAX_AHEAD ? ahead.size() : tasks.countMineAhead());
        model.addAttribute(
                "late",
                late.stream().map(reminder -> line(reminder, names, now)).toList());
        TaskHolders holders = user.answersForYears()
                ? TaskHolders.of(staff, mySchools.stream().map(School::id).toList())
                : TaskHolders.of(staff, List.of());
        List<OpenTask> coming = reminders.comingWithAnybody(MAX_WEEK);
        List<OpenTask> withOthers =
                coming.stream().filter(task -> !task.isOpenTo(user)).toList();
        model.addAttribute(
                "waitsFor",
                Stream.concat(late.stream().map(TaskReminder::task), withOthers.stream())
                        .collect(Collectors.toMap(OpenTask::id, holders::of, (first, same) -> first)));
        model.addAttribute(
                "coming",
                withOthers.stream()
                        .limit(MAX_COMING)
                        .map(task -> line(task, names, false, now))
                        .toList());
        model.addAttribute(
                "people",
                people(Stream.of(
                                mine.stream(),
                                ahead.stream(),
                                late.stream().map(TaskReminder::task),
                                withOthers.stream().limit(MAX_COMING))
                        .flatMap(Function.identity())
                        .distinct()
                        .toList()));
        model.addAttribute("moreComing", withOthers.size() > MAX_COMING || coming.size() == MAX_WEEK);
        model.addAttribute("week", coming.size() < MAX_WEEK ? coming.size() : reminders.countComingWithAnybody());
        model.addAttribute("moreLate", pressing.total() - ownPressing.size() - late.size());
        model.addAttribute(
                "documents",
                documents.search("", null, null, 0).getContent().stream()
                        .limit(MAX_DOCUMENTS)
                        .toList());
        model.addAttribute("keepsPapers", reading.keepsPapers());
        boolean first = years.isEmpty() && overview.lastCompleted().isEmpty();
        model.addAttribute("first", first);
        model.addAttribute(
                "firstSteps",
                mayStart() && mySchools.size() == 1 && (first || FirstSteps.lacksRequisites(mySchools.get(0)))
                        ? firstSteps.of(mySchools.get(0))
                        : List.of());
        model.addAttribute(
                "secondPerson",
                psychologists.awaitingMe(mySchools.stream().map(School::id).toList()));
        model.addAttribute("incidents", user.has(Role.ADMINISTRATOR) ? progressReader.incidents() : 0L);
        return "overview/main";
    }

    private Map<String, String> people(List<OpenTask> shown) {
        return people.stream()
                .flatMap(source -> source.of(shown).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, same) -> first));
    }

    /** What waits in a programme though it is no task. */
    record Waits(Long programmeId, Attention about) {}

    private List<Waits> attention(List<ProgrammeYear> years) {
        return years.stream()
                .filter(ProgrammeYear::started)
                .map(year -> year.programme().id())
                .flatMap(id -> attention.stream()
                        .flatMap(source -> source.of(id).stream())
                        .map(about -> new Waits(id, about)))
                .toList();
    }

    /**
     * Something that the acting account has just done and may take back.
     *
     * @param action where the form goes
     * @param until until when
     */
    record Just(String title, String action, LocalDateTime until) {}

    private void just(List<ProgrammeYear> years, Model model) {
        Map<Long, ProgrammeYear> byId =
                years.stream().collect(Collectors.toMap(year -> year.programme().id(), Function.identity()));
        Stream<Just> closed = corrections.recent().stream()
                .filter(record -> byId.containsKey(record.programmeId()))
                .map(record -> new Just(
                        title(byId.get(record.programmeId()), record.activityKey()),
                        "/programmes/" + record.programmeId() + "/activities/"
                                + keys.address(record.programmeId(), record.activityKey()) + "/take-back",
                        corrections.until(record.recordedAt())));
        Stream<Just> steps = corrections.recentSteps().stream()
                .filter(done -> byId.containsKey(done.programmeId()))
                .map(done -> new Just(
                        done.name(),
                        "/programmes/" + done.programmeId() + "/activities/" + done.roadmapItem() + "/take-back",
                        corrections.until(done.at())));
        Stream<Just> approved = approvals.recent().stream()
                .map(document -> new Just(
                        document.title(),
                        "/documents/" + document.id() + "/take-back",
                        corrections.until(document.approvedAt().orElseThrow())));
        model.addAttribute(
                "just",
                Stream.of(closed, steps, approved).flatMap(Function.identity()).toList());
    }

    private static String title(ProgrammeYear year, String key) {
        return year.roadmap()
                .activities()
                .filter(activity -> activity.key().equals(key))
                .map(activity -> activity.printedItem() + " " + activity.title())
                .findFirst()
                .orElse(key);
    }

    /** What a sentence of the page must know, so that it is true. */
    private void tell(List<OpenTask> mine, long mineCount, List<ProgrammeYear> years, LocalDateTime now, Model model) {
        LocalDateTime soon = reminders.soon();
        List<ClassChecklists.Open> waiting = classesThatWait(now.toLocalDate());
        boolean oversees = user.answersForYears();
        model.addAttribute("moving", mine.isEmpty() && progressReader.isMoving(user.schoolIds()));
        model.addAttribute("started", years.stream().anyMatch(ProgrammeYear::started));
        Optional<Programme> finished = years.isEmpty() ? overview.lastCompleted() : Optional.empty();
        model.addAttribute("finished", finished.orElse(null));
        model.addAttribute(
                "results",
                finished.map(programme -> overview.table(programme.id()).results())
                        .orElse(null));
        model.addAttribute(
                "soon",
                Stream.concat(mine.stream(), waiting.stream().map(ClassChecklists.Open::task))
                        .anyMatch(task -> task.due() != null && task.due().isBefore(soon)));
        model.addAttribute("own", mineCount + waiting.size());
        model.addAttribute(
                "ownLate",
                tasks.countMineDueBefore(now)
                        + waiting.stream()
                                .filter(checklist -> checklist.task().overdue(now))
                                .count());
        model.addAttribute(
                "ownNext",
                Stream.concat(mine.stream(), waiting.stream().map(ClassChecklists.Open::task))
                        .map(OpenTask::due)
                        .filter(due -> due != null && !due.isBefore(now))
                        .min(Comparator.naturalOrder())
                        .orElse(null));
        model.addAttribute("oversees", oversees);
        model.addAttribute(
                "lateYears",
                years.stream().filter(year -> year.late(now.toLocalDate()) > 0).toList());
        model.addAttribute(
                "lateActivities",
                oversees
                        ? years.stream()
                                .mapToLong(year -> year.late(now.toLocalDate()))
                                .sum()
                        : 0L);
        model.addAttribute("classes", waiting);
    }

    /** Ticks are no tasks of the engine, and work of the class teacher all the same, once their time has come. */
    private List<ClassChecklists.Open> classesThatWait(LocalDate today) {
        return user.has(Role.CLASS_TEACHER)
                ? checklists.open().stream()
                        .filter(checklist -> checklist.task().hasBegun(today))
                        .filter(checklist -> checklist.rows().stream().anyMatch(row -> row.mine() && row.missing()))
                        .toList()
                : List.of();
    }

    /** Whoever opens «Дорожная карта» in the menu means the programme that runs today. */
    @GetMapping("/roadmap")
    ModelAndView roadmap(@RequestParam(required = false) String state) {
        String page = overview.running(1).stream()
                .findFirst()
                .map(year -> "redirect:/programmes/" + year.programme().id())
                .orElse("redirect:/programmes");
        ModelAndView redirect = new ModelAndView(page);
        if (state != null) {
            redirect.addObject("state", state);
        }
        return redirect;
    }

    private boolean mayStart() {
        return user.has(Role.CURATOR) || user.has(Role.ADMINISTRATOR);
    }

    private TaskLine line(TaskReminder reminder, ProgrammeNames names, LocalDateTime now) {
        OpenTask task = reminder.task();
        return TaskLine.of(reminder, names.yearOf(task.programmeId()), names.itemOf(task), user.login(), now);
    }

    private TaskLine line(OpenTask task, ProgrammeNames names, boolean mine, LocalDateTime now) {
        return TaskLine.of(task, names.yearOf(task.programmeId()), names.itemOf(task), mine, user.login(), now);
    }
}
